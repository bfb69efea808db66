using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.Storage;

/// <summary>Several statements as one, on every database and under a retrying execution strategy.</summary>
public static class Transactions
{
    /// <summary>Runs <paramref name="work"/> in one transaction and commits it. Nothing but the database may be awaited inside.</summary>
    /// <param name="db">The context; what it tracks is saved by <paramref name="work"/> itself.</param>
    /// <param name="work">May run more than once, and must not keep state between runs.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    public static Task<T> TransactAsync<T>(this CrowdDxDbContext db, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        => db.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(token);
                var result = await work(token);
                await transaction.CommitAsync(token);
                return result;
            },
            cancellationToken);

    /// <summary>
    /// True where a unique index refused the row. EF Core has no name for it that is common to the providers:
    /// SQLite says 19 (extended 1555, 2067), SQL Server 2601 and 2627, PostgreSQL 23505.
    /// </summary>
    public static bool IsUniqueViolation(this Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException!)
        {
            if (cause is System.Data.Common.DbException { SqlState: "23505" })
                return true;
            if (cause is System.Data.Common.DbException database && IsUniqueViolation(database))
                return true;
        }
        return false;
    }

    private static bool IsUniqueViolation(System.Data.Common.DbException exception)
    {
        // Read by name, so that Data needs no provider's package.
        var extended = exception.GetType().GetProperty("SqliteExtendedErrorCode")?.GetValue(exception);
        if (extended is 1555 or 2067)
            return true;
        return exception.GetType().GetProperty("Number")?.GetValue(exception) is 2601 or 2627;
    }
}
