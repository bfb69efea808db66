using CrowdDx.Data.Requests;

namespace CrowdDx.Data.FanOut;

/// <summary>The one place that says who may see that a network exists.</summary>
public static class NetworkVisibility
{
    /// <summary>All networks for an operator, who may change any; for others those that the person may see.</summary>
    public static IQueryable<ExpertNetwork> VisibleTo(this IQueryable<ExpertNetwork> networks, CrowdDxDbContext db, Caller caller)
        => caller.IsOperator ? networks : networks.VisibleTo(db, caller.Id);

    /// <summary>All networks but the invite-only ones that the person is neither in, nor verified for, nor curator of.</summary>
    public static IQueryable<ExpertNetwork> VisibleTo(this IQueryable<ExpertNetwork> networks, CrowdDxDbContext db, Guid viewerId)
        => networks.Where(n =>
            n.JoinPolicy != JoinPolicy.InviteOnly
            || n.Curators.Any(c => c.AccountId == viewerId)
            || db.Memberships.Any(m => m.NetworkId == n.Id && m.ExpertId == viewerId));
}
