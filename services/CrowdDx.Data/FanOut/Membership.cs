namespace CrowdDx.Data.FanOut;

/// <summary>
/// Being in a network. It takes the expert's own opt-in always, and a curator's word where the network asks for it. Written by FanOut only.
/// </summary>
public sealed class Membership
{
    /// <summary>The network.</summary>
    public Guid NetworkId { get; init; }

    /// <summary>The expert.</summary>
    public Guid ExpertId { get; init; }

    /// <summary>Whether invitations come.</summary>
    public MembershipStatus Status { get; private set; }

    /// <summary>When the expert opted in; null before, and after leaving.</summary>
    public DateTimeOffset? OptedInAt { get; private set; }

    /// <summary>The curator who verified the expert.</summary>
    public Guid? VerifiedBy { get; private set; }

    /// <summary>Until when that holds; null for good.</summary>
    public DateTimeOffset? VerifiedUntil { get; private set; }

    /// <summary>When the status last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The expert opts in (again). True where the membership became active by it.</summary>
    public bool OptIn(JoinPolicy policy, DateTimeOffset at)
    {
        OptedInAt ??= at;
        return Move(IsAdmitted(policy, at) ? MembershipStatus.Active : MembershipStatus.Pending, at);
    }

    /// <summary>A curator verifies the expert. True where the membership became active by it.</summary>
    public bool Verify(Guid curatorId, DateTimeOffset? until, JoinPolicy policy, DateTimeOffset at)
    {
        (VerifiedBy, VerifiedUntil) = (curatorId, until);
        if (OptedInAt is null)
        {
            Move(MembershipStatus.Pending, at);
            return false;
        }
        return Status == MembershipStatus.Pending && IsAdmitted(policy, at) && Move(MembershipStatus.Active, at);
    }

    /// <summary>No invitations until the expert opts in again.</summary>
    public void Pause(DateTimeOffset at) => Move(MembershipStatus.Paused, at);

    /// <summary>The expert leaves.</summary>
    public void Leave(DateTimeOffset at)
    {
        OptedInAt = null;
        Move(MembershipStatus.Left, at);
    }

    private bool IsAdmitted(JoinPolicy policy, DateTimeOffset at)
        => policy == JoinPolicy.Open || (VerifiedBy is not null && (VerifiedUntil is null || VerifiedUntil > at));

    private bool Move(MembershipStatus to, DateTimeOffset at)
    {
        if (Status == to)
            return false;
        (Status, ChangedAt) = (to, at);
        return to == MembershipStatus.Active;
    }
}

/// <summary>Whether invitations come to a member.</summary>
public enum MembershipStatus
{
    /// <summary>Never a member; the state before the first step.</summary>
    None = 0,

    /// <summary>Waiting for the expert's opt-in or the curator's word.</summary>
    Pending = 1,

    /// <summary>Invitations come.</summary>
    Active = 2,

    /// <summary>The expert rests.</summary>
    Paused = 3,

    /// <summary>The expert left.</summary>
    Left = 4,
}
