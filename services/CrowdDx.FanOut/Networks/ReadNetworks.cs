using System.Linq.Expressions;
using CrowdDx.Data;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.FanOut.Networks;

/// <summary>Reads the networks that a caller may see.</summary>
public sealed class ReadNetworks(CrowdDxDbContext db)
{
    /// <summary>A page of networks, newest first.</summary>
    public async Task<Reply<Page<NetworkView>>> ListAsync(Caller caller, PageRequest page, CancellationToken cancellationToken)
    {
        if (page.Read(out var after, out var limit) is { } problem)
            return problem;
        var networks = db.ExpertNetworks.VisibleTo(db, caller);
        if (after is { } last)
            networks = networks.Where(n => n.CreatedAt < last.At || (n.CreatedAt == last.At && n.Id.CompareTo(last.Id) < 0));
        var found = await networks.OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id).Take(limit + 1).Select(ViewFor(caller.Id)).ToListAsync(cancellationToken);
        return Page<NetworkView>.Of(found, limit, n => new(n.CreatedAt, n.Id));
    }

    /// <summary>One network; null where it is not the caller's to see.</summary>
    public async Task<NetworkView?> FindAsync(Caller caller, Guid networkId, CancellationToken cancellationToken)
        => await db.ExpertNetworks.VisibleTo(db, caller).Where(n => n.Id == networkId).Select(ViewFor(caller.Id)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>A network that the caller has just made or changed, and perhaps handed over by that.</summary>
    internal Task<NetworkView> ReadBackAsync(Caller caller, Guid networkId, CancellationToken cancellationToken)
        => db.ExpertNetworks.Where(n => n.Id == networkId).Select(ViewFor(caller.Id)).SingleAsync(cancellationToken);

    private Expression<Func<ExpertNetwork, NetworkView>> ViewFor(Guid callerId)
        => n => new(
            n.Id, n.Name, n.Description, n.Rules, n.Specialties, n.Languages, n.Country, n.JoinPolicy, n.AllowsHour, n.CreatedAt,
            db.Memberships.Count(m => m.NetworkId == n.Id && m.Status == MembershipStatus.Active),
            n.Curators.Any(c => c.AccountId == callerId),
            db.Memberships.Where(m => m.NetworkId == n.Id && m.ExpertId == callerId).Select(m => m.Status).FirstOrDefault());
}
