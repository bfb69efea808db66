using CrowdDx.Contracts;
using CrowdDx.Data;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Accounts.Erasure;

/// <summary>Erases an account: its own rows at once, and by announcement what the other owners hold.</summary>
public sealed class EraseAccount(CrowdDxDbContext db, TimeProvider clock)
{
    /// <summary>Erases the account; again does nothing.</summary>
    public async Task RunAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var account = await db.Accounts.SingleAsync(a => a.Id == accountId, cancellationToken);
        if (account.ErasedAt is not null)
            return;
        account.Erase(now);
        account.SecurityStamp = Guid.CreateVersion7(now).ToString("N");
        db.ApiKeys.RemoveRange(await db.ApiKeys.Where(k => k.AccountId == accountId).ToListAsync(cancellationToken));
        db.Audit("account.erase", accountId, accountId);
        db.Announce(new AccountErased(accountId));
        await db.SaveChangesAsync(cancellationToken);
    }
}
