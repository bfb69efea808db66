namespace CrowdDx.Data.Aggregation;

/// <summary>
/// One version of the pooled list of a case: numbers and keys only, so that erasing words rewrites no board. Written by Aggregation only.
/// Two differentials are equal when all but version and <see cref="ComputedAt"/> are.
/// </summary>
public sealed class Differential
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>1, 2, … for the case.</summary>
    public int Version { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>SHA-256 of the answers that it was made of; an equal digest means that nothing is new.</summary>
    public required byte[] InputDigest { get; init; }

    /// <summary>How many experts' blind lists are pooled.</summary>
    public int Answers { get; init; }

    /// <summary>Whether no more answers are needed.</summary>
    public bool Settled { get; init; }

    /// <summary>The board, as JSON.</summary>
    public required string Board { get; init; }
}

/// <summary>Since when a person may have seen a board; committed before the first byte of it leaves. Written by Aggregation only.</summary>
public sealed class BoardView
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Who.</summary>
    public Guid ViewerId { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset FirstSeenAt { get; init; }
}

/// <summary>An expert's stable name within a case, "Expert 3", given with the first pooled answer. Written by Aggregation only.</summary>
public sealed class CasePseudonym
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The expert.</summary>
    public Guid ExpertId { get; init; }

    /// <summary>1, 2, … within the case.</summary>
    public int Number { get; init; }
}

/// <summary>Time-to-answer of a case, computed from the case and its answers. Written by Aggregation only.</summary>
public sealed class CaseTiming
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The differential that it goes with.</summary>
    public int DifferentialVersion { get; set; }

    /// <summary>Ticks from posting to the first moment at which the board was settled; null while it never was.</summary>
    public long? SettledTicks { get; set; }

    /// <summary>How many of the answers, in order, were looked at for that.</summary>
    public int SettledCheckedAnswers { get; set; }

    /// <summary>SHA-256 of those answers: where it differs, all is looked at again.</summary>
    public required byte[] PrefixDigest { get; set; }
}

/// <summary>How a suggested diagnosis stands to a reference diagnosis. Written by Aggregation only.</summary>
public sealed class Verdict
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The outcome's version.</summary>
    public int OutcomeVersion { get; init; }

    /// <summary>The suggested diagnosis.</summary>
    public required string DiagnosisKey { get; init; }

    /// <summary>What the terminology says; null where it has no opinion.</summary>
    public VerdictKind? Proposed { get; init; }

    /// <summary>What a person said who did not see ranks; null while nobody did.</summary>
    public VerdictKind? Confirmed { get; private set; }

    /// <summary>That person.</summary>
    public Guid? ConfirmedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>A person says how the suggestion stands.</summary>
    public void Confirm(VerdictKind kind, Guid by, DateTimeOffset at) => (Confirmed, ConfirmedBy, ConfirmedAt) = (kind, by, at);
}

/// <summary>How a suggestion stands to the reference. Strict counts exact and narrower; lenient adds broader and partial.</summary>
public enum VerdictKind
{
    /// <summary>Another disease.</summary>
    Wrong = 0,

    /// <summary>The same disease.</summary>
    Exact = 1,

    /// <summary>A kind of the reference.</summary>
    Narrower = 2,

    /// <summary>What the reference is a kind of.</summary>
    Broader = 3,

    /// <summary>A part, a cause or a consequence of it.</summary>
    Partial = 4,
}

/// <summary>An expert's hit or miss in one case with a known outcome. Written by Aggregation only.</summary>
public sealed class TrackRecord
{
    /// <summary>The expert.</summary>
    public Guid ExpertId { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Whether a strictly correct diagnosis was in the expert's first three rank groups.</summary>
    public bool Hit { get; private set; }

    /// <summary>Hit rate of the case's other blind experts; null where there was none.</summary>
    public double? Expected { get; private set; }

    /// <summary>When the verdict first became known; what is learned later never works backwards.</summary>
    public DateTimeOffset VerdictAt { get; init; }

    /// <summary>A first verdict.</summary>
    public static TrackRecord Of(Guid expertId, Guid caseId, bool hit, double? expected, DateTimeOffset at)
        => new() { ExpertId = expertId, CaseId = caseId, Hit = hit, Expected = expected, VerdictAt = at };

    /// <summary>A corrected verdict.</summary>
    public void Judge(bool hit, double? expected) => (Hit, Expected) = (hit, expected);
}
