using CrowdDx.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace CrowdDx.Migrations.PostgreSql;

/// <summary>CrowdDx on PostgreSQL.</summary>
public static class PostgreSqlProvider
{
    /// <summary>Uses the database, with these migrations, and tries again what the server could not finish.</summary>
    public static DbContextOptionsBuilder UseCrowdDxPostgreSql(this DbContextOptionsBuilder context, string connectionString)
        => context.UseNpgsql(
            connectionString,
            server => server.MigrationsAssembly(typeof(PostgreSqlProvider).Assembly.FullName).ExecutionStrategy(dependencies => new PostgreSqlRetries(dependencies)));
}

/// <summary>Npgsql's strategy, which knows what passes; a server that is being shut down passes too.</summary>
internal sealed class PostgreSqlRetries(ExecutionStrategyDependencies dependencies)
    : NpgsqlRetryingExecutionStrategy(dependencies, Retries.Most, Retries.LongestPause, [PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown])
{
    protected override TimeSpan? GetNextDelay(Exception lastException)
        => Retries.PauseAfter(
            base.GetNextDelay(lastException),
            ExceptionsEncountered.Count,
            CallOnWrappedException(lastException, e => e is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected }),
            Random.NextDouble());
}
