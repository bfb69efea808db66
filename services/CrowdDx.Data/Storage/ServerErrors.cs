using System.Data.Common;

using Microsoft.EntityFrameworkCore.Storage;

namespace CrowdDx.Data.Storage;

/// <summary>What databases say when they refuse. Read by name, so that Data needs no provider's package.</summary>
public static class ServerErrors
{
    /// <summary>
    /// True where a unique index refused the row. EF Core has no name for it that is common to the providers:
    /// SQLite says 19 (extended 1555, 2067), SQL Server 2601 and 2627, PostgreSQL 23505.
    /// </summary>
    public static bool IsUniqueViolation(this Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException!)
        {
            if (cause is DbException { SqlState: "23505" } || NumberOf(cause) is 2601 or 2627)
                return true;
            if (cause is DbException && Read(cause, "SqliteExtendedErrorCode") is 1555 or 2067)
                return true;
        }
        return false;
    }

    /// <summary>True where the database server did not answer, or went away in the middle: what failed may succeed later, unchanged.</summary>
    public static bool IsDatabaseAway(this Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException!)
        {
            if (cause is DbException { IsTransient: true } or RetryLimitExceededException)
                return true;
        }
        return false;
    }

    /// <summary>SQL Server's number of an error; null where it is none.</summary>
    public static int? NumberOf(Exception exception) => exception is DbException ? Read(exception, "Number") : null;

    private static int? Read(Exception exception, string property) => exception.GetType().GetProperty(property)?.GetValue(exception) as int?;
}
