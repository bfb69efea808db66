using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.FanOut.Members;

/// <summary>A curator's word on who an expert is.</summary>
/// <param name="Until">Until when it holds; for good where missing.</param>
public sealed record VerificationRequest(DateTimeOffset? Until = null);

/// <summary>A member as a curator sees one.</summary>
/// <param name="ExpertId">The expert.</param>
/// <param name="DisplayName">The account's name.</param>
/// <param name="Status">Whether invitations come.</param>
/// <param name="OptedInAt">When the expert opted in.</param>
/// <param name="Verified">Whether a curator has verified the expert.</param>
/// <param name="VerifiedUntil">Until when that holds.</param>
/// <param name="ChangedAt">When the status last changed.</param>
public sealed record MemberView(
    Guid ExpertId, string DisplayName, MembershipStatus Status, DateTimeOffset? OptedInAt, bool Verified, DateTimeOffset? VerifiedUntil, DateTimeOffset ChangedAt);

/// <summary>
/// A curator lists and verifies experts. Verifying one who has not opted in lets that person into an invite-only network, where the opt-in is then the expert's own.
/// </summary>
public sealed class VerifyMember(CrowdDxDbContext db, TimeProvider clock)
{
    /// <summary>A page of members, last changed first; 404 where the caller does not look after the network.</summary>
    public async Task<Reply<Page<MemberView>>> ListAsync(
        Caller caller, Guid networkId, MembershipStatus? status, PageRequest page, CancellationToken cancellationToken)
    {
        if (!await LooksAfterAsync(caller, networkId, cancellationToken))
            return Problem.NotFound;
        if (page.Read(out var after, out var limit) is { } problem)
            return problem;
        var members = db.Memberships.Where(m => m.NetworkId == networkId && (status == null || m.Status == status));
        if (after is { } last)
            members = members.Where(m => m.ChangedAt < last.At || (m.ChangedAt == last.At && m.ExpertId.CompareTo(last.Id) < 0));
        var found = await members
            .OrderByDescending(m => m.ChangedAt).ThenByDescending(m => m.ExpertId)
            .Take(limit + 1)
            .Join(db.Accounts, m => m.ExpertId, a => a.Id, (m, a) => new { m, a.DisplayName })
            .OrderByDescending(x => x.m.ChangedAt).ThenByDescending(x => x.m.ExpertId)
            .Select(x => new MemberView(x.m.ExpertId, x.DisplayName, x.m.Status, x.m.OptedInAt, x.m.VerifiedBy != null, x.m.VerifiedUntil, x.m.ChangedAt))
            .ToListAsync(cancellationToken);
        return Page<MemberView>.Of(found, limit, m => new(m.ChangedAt, m.ExpertId));
    }

    /// <summary>Verifies an expert; 404 where the caller does not look after the network, or there is no such expert.</summary>
    public async Task<Reply<MembershipView>> RunAsync(Caller caller, Guid networkId, Guid expertId, VerificationRequest request, CancellationToken cancellationToken)
    {
        if (!await LooksAfterAsync(caller, networkId, cancellationToken))
            return Problem.NotFound;
        var now = clock.GetUtcNow();
        if (request.Until <= now)
        {
            var errors = new FieldErrors();
            errors.Add("until", "Use a time that is still to come, or leave it out.");
            return Problem.Invalid(errors);
        }
        var isExpert = await db.Accounts.AnyAsync(a => a.Id == expertId && a.ErasedAt == null && (a.Roles & AccountRoles.Expert) != AccountRoles.None, cancellationToken);
        if (!isExpert)
            return Problem.NotFound;

        var policy = await db.ExpertNetworks.Where(n => n.Id == networkId).Select(n => n.JoinPolicy).SingleAsync(cancellationToken);
        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.NetworkId == networkId && m.ExpertId == expertId, cancellationToken);
        if (membership is null)
            db.Memberships.Add(membership = new() { NetworkId = networkId, ExpertId = expertId });
        if (membership.Verify(caller.Id, request.Until, policy, now))
            db.Announce(new MembershipActivated(networkId, expertId));
        db.Audit("member.verify", caller.Id, expertId);
        await db.SaveChangesAsync(cancellationToken);
        return new MembershipView(networkId, membership.Status);
    }

    private Task<bool> LooksAfterAsync(Caller caller, Guid networkId, CancellationToken cancellationToken)
        => db.ExpertNetworks.AnyAsync(n => n.Id == networkId && (caller.IsOperator || n.Curators.Any(c => c.AccountId == caller.Id)), cancellationToken);
}
