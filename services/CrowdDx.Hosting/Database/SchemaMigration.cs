using System.Data.Common;

using CrowdDx.Data;
using CrowdDx.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CrowdDx.Hosting.Database;

/// <summary>
/// Before anything else starts: brings the schema up to date, or, where that is not this process's to do, sees that it is. Waits for a server that is away.
/// Of several processes that start at once one migrates, under EF Core's lock of the database, and the others wait for it.
/// </summary>
internal sealed partial class SchemaMigration(
    IServiceScopeFactory scopes, IOptions<DatabaseOptions> options, TimeProvider clock, ILogger<SchemaMigration> logger) : IHostedLifecycleService
{
    private const int MostCollisions = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private string? _waitsFor;
    private bool _prepared;

    public Task StartingAsync(CancellationToken cancellationToken) => _prepared ? Task.CompletedTask : PrepareAsync(cancellationToken);

    /// <summary>Until the schema is that of this version.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        for (var collisions = 0; ;)
        {
            try
            {
                await PrepareAsync(options.Value.Migrate, cancellationToken);
                _prepared = true;
                if (_waitsFor is not null)
                    Answers(options.Value.Provider);
                return;
            }
            // Two that start on a server without the database make it at the same time, before there is anything to lock; and on PostgreSQL the lock is let
            // go between two migrations, where another takes the next of them.
            catch (Exception exception) when (IsCollision(exception) && ++collisions <= MostCollisions)
            {
            }
            catch (Exception exception) when (IsAway(exception) && options.Value.Provider != DatabaseProvider.Sqlite)
            {
                SayThatItWaits(exception);
            }
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    /// <summary>Migrates, and waits as long as <paramref name="patience"/> also for a server that refuses, which it does until somebody has made the account.</summary>
    public async Task MigrateAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        while (true)
        {
            try
            {
                await PrepareAsync(migrate: true, cancellationToken);
                return;
            }
            catch (Exception exception) when ((exception is DbException || IsAway(exception) || IsCollision(exception)) && clock.GetElapsedTime(begun) < patience)
            {
                SayThatItWaits(exception);
            }
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PrepareAsync(bool migrate, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CrowdDxDbContext>().Database;
        if (migrate)
        {
            await using var alone = options.Value.Provider == DatabaseProvider.Sqlite ? await SqliteMigrationLock.TakeAsync(database, clock, cancellationToken) : null;
            await database.MigrateAsync(cancellationToken);
            return;
        }
        var missing = (await database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidOperationException(
                $"The schema of the database is behind this version, and Database:Migrate is false. Missing: {string.Join(", ", missing)}. "
                + $"Apply what build/schema-script.sh {options.Value.Provider} prints, or start one process with Database:Migrate=true.");
        }
    }

    // Once for each reason, however often it is tried.
    private void SayThatItWaits(Exception exception)
    {
        var reason = exception.GetBaseException().Message;
        if (_waitsFor != reason)
            Waiting(options.Value.Provider, reason);
        _waitsFor = reason;
    }

    private static bool IsCollision(Exception exception)
        => exception.IsUniqueViolation() || exception.GetBaseException() is DbException { SqlState: "42P04" or "42P07" or "42P06" or "42701" or "42710" }
            || ServerErrors.NumberOf(exception.GetBaseException()) is 1801 or 2705 or 2714;

    private static bool IsAway(Exception exception) => exception is RetryLimitExceededException or TimeoutException or DbException { IsTransient: true };

    [LoggerMessage(LogLevel.Warning, "Waiting for the database ({Provider}): {Reason}")]
    private partial void Waiting(DatabaseProvider provider, string reason);

    [LoggerMessage(LogLevel.Warning, "The database ({Provider}) answers, and its schema is up to date.")]
    private partial void Answers(DatabaseProvider provider);
}
