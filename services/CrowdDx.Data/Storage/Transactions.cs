using System.Data;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.Storage;

/// <summary>Several statements as one, on every database and under a retrying execution strategy.</summary>
public static class Transactions
{
    /// <summary>
    /// Runs <paramref name="work"/> in one transaction, as though nobody else were writing, and commits it; again where the database gave it up.
    /// Nothing but the database may be awaited inside.
    /// </summary>
    /// <param name="db">The context; what it tracks is saved by <paramref name="work"/> itself.</param>
    /// <param name="work">May run more than once, and must not keep state between runs; what the context tracked is as it was before.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    public static Task<T> TransactAsync<T>(this CrowdDxDbContext db, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        => db.TransactAsync(IsolationLevel.Serializable, work, cancellationToken);

    /// <summary>The same where each statement may see what others have committed meanwhile: for work that a unique index makes safe, and that many do at once.</summary>
    /// <param name="db">The context.</param>
    /// <param name="isolation">What the transaction sees of others. SQLite has one writer at a time, whatever is asked for.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    public static async Task<T> TransactAsync<T>(
        this CrowdDxDbContext db, IsolationLevel isolation, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var before = TrackedState.Of(db);
        var again = false;
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                if (again)
                    before.Restore(db);
                again = true;
                await using var transaction = await db.Database.BeginTransactionAsync(isolation, token);
                var result = await work(token);
                await transaction.CommitAsync(token);
                return result;
            },
            cancellationToken);
    }
}
