using System.Data.Common;
using CrowdDx.Data;
using CrowdDx.Migrations.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrowdDx.Testing.TransactSql;

/// <summary>A context of the SQL Server provider without a server: it says what it would have sent, and sends nothing.</summary>
public static class SqlServerShadow
{
    private static readonly Catch Interceptor = new();

    /// <summary>A context to translate with.</summary>
    public static CrowdDxDbContext Open()
    {
        var options = new DbContextOptionsBuilder<CrowdDxDbContext>();
        options.UseCrowdDxSqlServer("Server=none").AddInterceptors(Interceptor);
        var shadow = new CrowdDxDbContext(options.Options, TimeProvider.System);
        // A transaction would want an open connection.
        shadow.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return shadow;
    }

    /// <summary>The text of the first command that the work would send.</summary>
    public static string TextOf(Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception)
        {
            for (var cause = exception; cause is not null; cause = cause.InnerException)
            {
                if (cause is CaughtException caught)
                    return caught.Message;
            }
            throw;
        }
        throw new InvalidOperationException("Nothing would have been sent.");
    }

    private sealed class CaughtException(string text) : Exception(text);

    private sealed class Catch : DbCommandInterceptor, IDbConnectionInterceptor
    {
        public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
            => throw new CaughtException(command.CommandText);

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
            => throw new CaughtException(command.CommandText);

        public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
            => throw new CaughtException(command.CommandText);
    }
}
