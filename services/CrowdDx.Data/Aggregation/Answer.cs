using CrowdDx.Data.Storage;

namespace CrowdDx.Data.Aggregation;

/// <summary>
/// One version of an expert's ranked list for a case. Versions are never changed; a changed mind is a new one. Written by Aggregation only.
/// </summary>
public sealed class Answer
{
    /// <summary>Longest rationale, in characters.</summary>
    public const int RationaleLength = 500;

    /// <summary>Longest suggested next test, in characters.</summary>
    public const int NextTestLength = 200;

    /// <summary>Most rank groups of one answer.</summary>
    public const int MostGroups = 5;

    /// <summary>Most diagnoses of one answer.</summary>
    public const int MostDiagnoses = 10;

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Who answered; a random tombstone after erasure.</summary>
    public Guid ExpertId { get; init; }

    /// <summary>1, 2, … for the case and expert.</summary>
    public int Version { get; init; }

    /// <summary>When the service had it.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Whether a board view of this expert existed as it was written. Only unsighted versions are pooled.</summary>
    public bool SawBoard { get; init; }

    /// <summary>Whether the case was closed already. Late versions are kept and shown beside the frozen board.</summary>
    public bool Late { get; init; }

    /// <summary>The revision of the case that the expert knew.</summary>
    public int CaseRevision { get; init; }

    /// <summary>What helped.</summary>
    public Assistance Assistance { get; init; }

    /// <summary>Why, in a line.</summary>
    public string? Rationale { get; init; }

    /// <summary>What to test next.</summary>
    public string? NextTest { get; init; }

    /// <summary>SHA-256 of what was submitted, by which an equal PUT is known.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>The ranked list.</summary>
    public ICollection<Suggestion> Suggestions { get; init; } = [];
}

/// <summary>One item of an answer. It keeps the key that it was given on submission. Written by Aggregation only.</summary>
public sealed class Suggestion
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The expert.</summary>
    public Guid ExpertId { get; init; }

    /// <summary>The answer's version.</summary>
    public int Version { get; init; }

    /// <summary>1, 2, … in the answer, in the order typed.</summary>
    public int Ordinal { get; init; }

    /// <summary>1-based rank group; tied diagnoses share one.</summary>
    public int RankGroup { get; init; }

    /// <summary>What was typed.</summary>
    public required string Phrase { get; init; }

    /// <summary>Which diagnosis it was taken for: <c>n:</c> normal form, <c>c:</c> system|code, <c>d:</c> diagnosis.</summary>
    public required string DiagnosisKey { get; init; }

    /// <summary>The rule by which.</summary>
    public required string Rule { get; init; }

    /// <summary>The terminology by which.</summary>
    public required string TerminologyVersion { get; init; }

    /// <summary>Coding system, where the expert's client sent a code.</summary>
    public string? CodingSystem { get; init; }

    /// <summary>Code in that system.</summary>
    public string? CodingCode { get; init; }

    /// <summary>The expert's probability, 0–1, that this is the diagnosis.</summary>
    public double? Confidence { get; init; }

    /// <summary>Whether the expert marked it as one that must not be missed.</summary>
    public bool Dangerous { get; init; }

    internal const int RuleLength = 40;

    internal const int PhraseLength = Lengths.Phrase;
}

/// <summary>What helped an expert to an answer.</summary>
public enum Assistance
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Looked something up.</summary>
    LookedUp = 1,

    /// <summary>Asked an AI tool.</summary>
    AiTool = 2,
}
