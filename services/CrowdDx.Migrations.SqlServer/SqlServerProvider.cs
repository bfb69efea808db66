using CrowdDx.Data.Storage;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CrowdDx.Migrations.SqlServer;

/// <summary>CrowdDx on Microsoft SQL Server.</summary>
public static class SqlServerProvider
{
    /// <summary>Uses the database, with these migrations, and tries again what the server could not finish.</summary>
    public static DbContextOptionsBuilder UseCrowdDxSqlServer(this DbContextOptionsBuilder context, string connectionString)
        => context.UseSqlServer(
            connectionString,
            server => server.MigrationsAssembly(typeof(SqlServerProvider).Assembly.FullName).ExecutionStrategy(dependencies => new SqlServerRetries(dependencies)));
}

/// <summary>EF Core's strategy, which knows what passes; a deadlock is over at once.</summary>
internal sealed class SqlServerRetries(ExecutionStrategyDependencies dependencies)
    : SqlServerRetryingExecutionStrategy(dependencies, Retries.Most, Retries.LongestPause, [Deadlock])
{
    private const int Deadlock = 1205;

    protected override TimeSpan? GetNextDelay(Exception lastException)
        => Retries.PauseAfter(
            base.GetNextDelay(lastException), ExceptionsEncountered.Count, CallOnWrappedException(lastException, e => e is SqlException { Number: Deadlock }), Random.NextDouble());
}
