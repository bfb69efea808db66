using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;
using CrowdDx.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.FanOut.Members;

/// <summary>What an expert wants to be in a network.</summary>
/// <param name="Status"><c>active</c> opts in (or resumes), <c>paused</c> rests; <c>active</c> where missing.</param>
public sealed record MembershipRequest(MembershipStatus? Status = null);

/// <summary>An expert's standing in a network.</summary>
/// <param name="NetworkId">The network.</param>
/// <param name="Status">Pending where a curator has to verify the expert first.</param>
public sealed record MembershipView(Guid NetworkId, MembershipStatus Status);

/// <summary>An expert opts in, rests, resumes or leaves. Nobody else can do it.</summary>
public sealed class JoinNetwork(CrowdDxDbContext db, TimeProvider clock)
{
    /// <summary>Opts in, resumes or pauses; becoming active invites to the network's open, unsettled cases.</summary>
    public async Task<Reply<MembershipView>> SetAsync(Guid expertId, Guid networkId, MembershipRequest request, CancellationToken cancellationToken)
    {
        if (request.Status is not (null or MembershipStatus.Active or MembershipStatus.Paused))
        {
            var errors = new FieldErrors();
            errors.Add("status", "Use active or paused; DELETE leaves the network.");
            return Problem.Invalid(errors);
        }
        try
        {
            return await TrySetAsync(expertId, networkId, request, cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation() || exception is DbUpdateConcurrencyException)
        {
            // A second tap came at the same time; what it wrote is there now.
            db.ChangeTracker.Clear();
            return await TrySetAsync(expertId, networkId, request, cancellationToken);
        }
    }

    /// <summary>Leaves; again does nothing. False where there is no membership.</summary>
    public async Task<bool> LeaveAsync(Guid expertId, Guid networkId, CancellationToken cancellationToken)
    {
        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.NetworkId == networkId && m.ExpertId == expertId, cancellationToken);
        if (membership is null)
            return false;
        membership.Leave(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task<Reply<MembershipView>> TrySetAsync(Guid expertId, Guid networkId, MembershipRequest request, CancellationToken cancellationToken)
    {
        var network = await db.ExpertNetworks.VisibleTo(db, expertId).AsNoTracking().SingleOrDefaultAsync(n => n.Id == networkId, cancellationToken);
        if (network is null)
            return Problem.NotFound;
        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.NetworkId == networkId && m.ExpertId == expertId, cancellationToken);
        if (membership is null)
            db.Memberships.Add(membership = new() { NetworkId = networkId, ExpertId = expertId });
        var now = clock.GetUtcNow();
        if (request.Status == MembershipStatus.Paused)
        {
            if (membership.OptedInAt is null)
                return Problem.NotFound;
            membership.Pause(now);
        }
        else if (membership.OptIn(network.JoinPolicy, now))
        {
            db.Announce(new MembershipActivated(networkId, expertId));
        }
        await db.SaveChangesAsync(cancellationToken);
        return new MembershipView(networkId, membership.Status);
    }
}
