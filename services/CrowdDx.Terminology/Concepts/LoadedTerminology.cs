using System.Collections.Frozen;

namespace CrowdDx.Terminology.Concepts;

/// <summary>The diagnoses that are known, their names and how they are related. Immutable, safe for use by many threads.</summary>
public sealed class LoadedTerminology
{
    private readonly FrozenDictionary<string, Diagnosis> _byId;
    private readonly FrozenDictionary<Coding, Diagnosis> _byCoding;

    internal LoadedTerminology(string version, IReadOnlyList<Diagnosis> diagnoses, IReadOnlyList<AmbiguousAbbreviation> ambiguous)
    {
        Version = version;
        Diagnoses = diagnoses;
        Ambiguous = ambiguous;
        _byId = diagnoses.ToFrozenDictionary(diagnosis => diagnosis.Id);
        _byCoding = diagnoses.SelectMany(diagnosis => diagnosis.Codings, (diagnosis, coding) => (coding, diagnosis))
            .DistinctBy(pair => pair.coding).ToFrozenDictionary(pair => pair.coding, pair => pair.diagnosis);
        Hierarchy = new(this);
    }

    /// <summary>What recognitions are stored with, at most 100 characters: it changes whenever any name, relation or source does.</summary>
    public string Version { get; }

    /// <summary>All diagnoses, in the order in which they were loaded.</summary>
    public IReadOnlyList<Diagnosis> Diagnoses { get; }

    /// <summary>The abbreviations with several senses.</summary>
    public IReadOnlyList<AmbiguousAbbreviation> Ambiguous { get; }

    /// <summary>Kinds of, and families.</summary>
    public Hierarchy Hierarchy { get; }

    /// <summary>The sources of the names, in the order in which they were loaded.</summary>
    public IReadOnlyList<TerminologySource> Sources => [.. Diagnoses.SelectMany(diagnosis => diagnosis.Names).Select(name => name.Source).Distinct()];

    /// <summary>The diagnosis of an id; null if there is none.</summary>
    public Diagnosis? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The diagnosis that a code means exactly; null if no source says so.</summary>
    public Diagnosis? Find(Coding coding) => _byCoding.GetValueOrDefault(coding);
}
