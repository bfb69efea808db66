namespace CrowdDx.Terminology.Concepts;

/// <summary>A diagnosis of a loaded terminology. Immutable.</summary>
public sealed class Diagnosis
{
    /// <summary>Its id, unique in the terminology: <c>acute-pancreatitis</c>, <c>DOID:4989</c>. The value of a <c>d:</c> <see cref="DiagnosisKey"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The preferred name.</summary>
    public required string Label { get; init; }

    /// <summary>All names, the preferred one first.</summary>
    public required IReadOnlyList<DiagnosisName> Names { get; init; }

    /// <summary>Ids of what it is a kind of.</summary>
    public required IReadOnlyList<string> Parents { get; init; }

    /// <summary>Ids of its kinds.</summary>
    public required IReadOnlyList<string> Children { get; init; }

    /// <summary>Specialties that see it, the likeliest first.</summary>
    public required IReadOnlyList<string> Specialties { get; init; }

    /// <summary>Its ICD-10 category, such as <c>K85</c>; null where not known for sure.</summary>
    public string? Icd10 { get; init; }

    /// <summary>True where missing it soon kills or maims.</summary>
    public bool IsDangerous { get; init; }

    /// <summary>Codes of other systems that mean exactly this diagnosis.</summary>
    public required IReadOnlyList<Coding> Codings { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
