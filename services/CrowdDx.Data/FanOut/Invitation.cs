namespace CrowdDx.Data.FanOut;

/// <summary>A case put before one expert: the entry in the in-app inbox. Never twice for the same pair. Written by FanOut only.</summary>
public sealed class Invitation
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The expert.</summary>
    public Guid ExpertId { get; init; }

    /// <summary>The network by which it came.</summary>
    public Guid NetworkId { get; init; }

    /// <summary>The wave that it was part of; 0 for one that came by joining a network.</summary>
    public int WaveNumber { get; init; }

    /// <summary>Why this person was asked.</summary>
    public InvitationReason Reason { get; init; }

    /// <summary>When it became durable in the inbox.</summary>
    public DateTimeOffset InvitedAt { get; init; }
}

/// <summary>Why a person was asked.</summary>
public enum InvitationReason
{
    /// <summary>The case was put before every active member of the network.</summary>
    Broadcast = 0,

    /// <summary>The expert joined (or resumed) while the case was open and not settled.</summary>
    JoinedNetwork = 1,
}

/// <summary>A batch of invitations planned at one moment. Written by FanOut only, in one transaction with its chunk messages.</summary>
public sealed class Wave
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>1, 2, … for the case.</summary>
    public int Number { get; init; }

    /// <summary>When it was planned.</summary>
    public DateTimeOffset PlannedAt { get; init; }

    /// <summary>In how many chunks its invitations are written.</summary>
    public int Chunks { get; init; }
}

/// <summary>An invited expert does not answer, and says why. Written by FanOut only.</summary>
public sealed class Decline
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The expert.</summary>
    public Guid ExpertId { get; init; }

    /// <summary>Why.</summary>
    public DeclineReason Reason { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset DeclinedAt { get; private set; }

    /// <summary>The curator who looked at a <see cref="DeclineReason.RecognisePatient"/>.</summary>
    public Guid? ReviewedBy { get; private set; }

    /// <summary>When that was; until then the case is hidden.</summary>
    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>Gives the reason, or another one. A reason that a curator has looked at stands.</summary>
    public void Give(DeclineReason reason, DateTimeOffset at)
    {
        if (ReviewedAt is null)
            (Reason, DeclinedAt) = (reason, at);
    }

    /// <summary>A curator has looked.</summary>
    public void Review(Guid curatorId, DateTimeOffset at) => (ReviewedBy, ReviewedAt) = (curatorId, at);
}

/// <summary>Why an expert does not answer.</summary>
public enum DeclineReason
{
    /// <summary>Another field.</summary>
    NotMyField = 0,

    /// <summary>No time.</summary>
    Busy = 1,

    /// <summary>Too little to go on.</summary>
    NotEnoughInformation = 2,

    /// <summary>Knows the case and so its diagnosis; kept out of accuracy.</summary>
    KnowThisCase = 3,

    /// <summary>Recognises the patient: the case is hidden at once until a curator has looked.</summary>
    RecognisePatient = 4,
}
