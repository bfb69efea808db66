namespace CrowdDx.Data.Cases;

/// <summary>What the case turned out to be. Every change is a new version. Written by Cases only.</summary>
public sealed class Outcome
{
    /// <summary>Most reference diagnoses of one outcome.</summary>
    public const int MostDiagnoses = 10;

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>1, 2, … for the case.</summary>
    public int Version { get; init; }

    /// <summary>How sure it is.</summary>
    public OutcomeStatus Status { get; init; }

    /// <summary>What it rests on; null where no diagnosis was reached.</summary>
    public OutcomeBasis? Basis { get; init; }

    /// <summary>Whole days from posting to when the diagnosis was established, where known; a calendar date would identify.</summary>
    public int? EstablishedAfterDays { get; init; }

    /// <summary>True where whoever set it had seen the board before; decided by the server from the board views.</summary>
    public bool SawBoard { get; init; }

    /// <summary>True where it was taken from the board; such an outcome never feeds accuracy.</summary>
    public bool FromBoard { get; init; }

    /// <summary>Who recorded it.</summary>
    public Guid RecordedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>What the patient had.</summary>
    public ICollection<ReferenceDiagnosis> Diagnoses { get; init; } = [];

    /// <summary>
    /// True where accuracy and track records may use it: a diagnosis was reached, and neither by consensus of experts nor from the board.
    /// </summary>
    public bool CountsForAccuracy
        => Status is OutcomeStatus.Confirmed or OutcomeStatus.Probable && Basis is not null and not OutcomeBasis.ExpertConsensus && !FromBoard;
}

/// <summary>One reference diagnosis of an outcome.</summary>
public sealed class ReferenceDiagnosis
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The outcome's version.</summary>
    public int Version { get; init; }

    /// <summary>1, 2, … in the outcome.</summary>
    public int Ordinal { get; init; }

    /// <summary>The diagnosis in words.</summary>
    public required string Text { get; init; }

    /// <summary>Coding system, where the diagnosis was given as a code.</summary>
    public string? CodingSystem { get; init; }

    /// <summary>Code in that system.</summary>
    public string? CodingCode { get; init; }
}

/// <summary>How an outcome stands.</summary>
public enum OutcomeStatus
{
    /// <summary>The diagnosis is confirmed.</summary>
    Confirmed = 0,

    /// <summary>The diagnosis is probable.</summary>
    Probable = 1,

    /// <summary>No diagnosis was reached.</summary>
    Undiagnosed = 2,

    /// <summary>It went away undiagnosed.</summary>
    Resolved = 3,

    /// <summary>Lost to follow-up.</summary>
    Lost = 4,
}

/// <summary>What a reference diagnosis rests on.</summary>
public enum OutcomeBasis
{
    /// <summary>Pathology.</summary>
    Pathology = 0,

    /// <summary>Imaging.</summary>
    Imaging = 1,

    /// <summary>The course of the illness.</summary>
    Course = 2,

    /// <summary>Agreement of experts; never feeds accuracy.</summary>
    ExpertConsensus = 3,

    /// <summary>A published or made-up case with a known answer.</summary>
    Textbook = 4,

    /// <summary>Laboratory or genetics.</summary>
    Laboratory = 5,
}
