namespace CrowdDx.Data.Cases;

/// <summary>What is posted: a puzzling case, screened for identifiers. Written by Cases only.</summary>
public sealed class ClinicalCase
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleLength = 200;

    /// <summary>Longest section (presentation, history, examination, investigations, addendum), in characters.</summary>
    public const int SectionLength = 10_000;

    /// <summary>Longest question, in characters.</summary>
    public const int QuestionLength = 1_000;

    /// <summary>Longest idempotency key, in characters.</summary>
    public const int IdempotencyKeyLength = 200;

    /// <summary>Most specialties of one case.</summary>
    public const int MostSpecialties = 10;

    /// <summary>Most target networks of one case.</summary>
    public const int MostNetworks = 20;

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Who posted it.</summary>
    public Guid AuthorId { get; init; }

    /// <summary>What the author's client called this submission; unique for the author where present.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>SHA-256 of the request that came with the key.</summary>
    public byte[]? RequestHash { get; init; }

    /// <summary>One line; the only part that an outward notification may ever carry, and only where the author allows it.</summary>
    public required string Title { get; set; }

    /// <summary>Age in whole years, 0–89; null where a band is given.</summary>
    public int? AgeYears { get; init; }

    /// <summary>Age as a band; null where years are given.</summary>
    public AgeBand? AgeBand { get; init; }

    /// <summary>Sex of the patient.</summary>
    public Sex Sex { get; init; }

    /// <summary>What the patient came with.</summary>
    public required string Presentation { get; set; }

    /// <summary>Past history, medicines, family, social.</summary>
    public string? History { get; set; }

    /// <summary>Findings on examination.</summary>
    public string? Examination { get; set; }

    /// <summary>Laboratory, imaging, other tests.</summary>
    public string? Investigations { get; set; }

    /// <summary>What the author would like to know.</summary>
    public string? Question { get; set; }

    /// <summary>Specialties it may belong to, as lower-case slugs.</summary>
    public required IReadOnlyList<string> Specialties { get; init; }

    /// <summary>Language of the text (BCP 47, such as <c>en</c>).</summary>
    public required string Language { get; init; }

    /// <summary>How soon an answer helps.</summary>
    public AnswerWanted AnswerWanted { get; init; }

    /// <summary>Whose leave there is, and for what.</summary>
    public required Permission Permission { get; init; }

    /// <summary>When the author acknowledged that the text shows signs of an emergency; null where it shows none.</summary>
    public DateTimeOffset? EmergencyAcknowledgedAt { get; init; }

    /// <summary>Open, closed or withdrawn.</summary>
    public CaseStatus Status { get; private set; }

    /// <summary>Counts what an expert can read: 1 when posted, one more for each addendum, each answered question, and closing.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>The first revision that gives the diagnosis away; null while none does. Answers that knew it stay out of accuracy.</summary>
    public int? RevealedAtRevision { get; private set; }

    /// <summary>When it was posted; time zero of every time-to-answer.</summary>
    public DateTimeOffset PostedAt { get; init; }

    /// <summary>When it was closed; the blind board freezes then.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When it was withdrawn; its text is gone since.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The networks that it was put before.</summary>
    public ICollection<CaseTarget> Targets { get; init; } = [];

    /// <summary>Adds what an expert can read, and says which revision that makes.</summary>
    public int Revise(bool revealsDiagnosis = false)
    {
        Revision++;
        if (revealsDiagnosis)
            RevealedAtRevision ??= Revision;
        return Revision;
    }

    /// <summary>Closes an open case; false where it is not open.</summary>
    public bool Close(DateTimeOffset at)
    {
        if (Status != CaseStatus.Open)
            return false;
        (Status, ClosedAt) = (CaseStatus.Closed, at);
        Revision++;
        return true;
    }

    /// <summary>Withdraws the case and wipes its text; false where that was done before.</summary>
    public bool Withdraw(DateTimeOffset at)
    {
        if (Status == CaseStatus.Withdrawn)
            return false;
        ClosedAt ??= at;
        (Status, WithdrawnAt) = (CaseStatus.Withdrawn, at);
        Revision++;
        Title = Presentation = "";
        History = Examination = Investigations = Question = null;
        return true;
    }
}

/// <summary>A network that a case is put before.</summary>
public sealed class CaseTarget
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The network.</summary>
    public Guid NetworkId { get; init; }
}

/// <summary>Where a case stands.</summary>
public enum CaseStatus
{
    /// <summary>Answers are pooled.</summary>
    Open = 0,

    /// <summary>The blind board is frozen; later answers are kept and marked late.</summary>
    Closed = 1,

    /// <summary>Taken back by its author; the text is gone.</summary>
    Withdrawn = 2,
}

/// <summary>How soon an answer helps.</summary>
public enum AnswerWanted
{
    /// <summary>Within days.</summary>
    Days = 0,

    /// <summary>Today.</summary>
    Today = 1,

    /// <summary>Within the hour; only where every target network allows it.</summary>
    Hour = 2,
}

/// <summary>Sex of the patient, as far as it matters to the differential.</summary>
public enum Sex
{
    /// <summary>Not stated.</summary>
    Unknown = 0,

    /// <summary>Female.</summary>
    Female = 1,

    /// <summary>Male.</summary>
    Male = 2,

    /// <summary>Intersex or other.</summary>
    Other = 3,
}

/// <summary>Age where whole years say too much or too little.</summary>
public enum AgeBand
{
    /// <summary>Under 28 days.</summary>
    Neonate = 0,

    /// <summary>28 days to under 1 year.</summary>
    Infant = 1,

    /// <summary>1–11 years.</summary>
    Child = 2,

    /// <summary>12–17 years.</summary>
    Adolescent = 3,

    /// <summary>18–64 years.</summary>
    Adult = 4,

    /// <summary>65–89 years.</summary>
    OlderAdult = 5,

    /// <summary>90 years or more; Safe Harbor allows nothing finer (45 CFR 164.514(b)(2)(i)(C)).</summary>
    NinetyOrOlder = 6,
}
