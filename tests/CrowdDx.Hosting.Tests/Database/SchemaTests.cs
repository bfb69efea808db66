using System.Collections.Concurrent;
using System.Data.Common;
using CrowdDx.Data;
using CrowdDx.Testing;
using CrowdDx.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrowdDx.Hosting.Tests.Database;

/// <summary>What happens to the schema as processes start.</summary>
public sealed class SchemaTests
{
    [PostgreSqlFact]
    public Task Processes_ThatStartAtOnceOnAnEmptyDatabase_MigrateItOnce() => StartManyAsync(() => new PostgreSqlTestDatabase(migrated: false));

    [PostgreSqlFact]
    public Task Processes_ThatStartAtOnceOnAServerWithoutTheDatabase_MakeAndMigrateItOnce() => StartManyAsync(() => new PostgreSqlTestDatabase(migrated: false, made: false));

    [PostgreSqlFact]
    public async Task Process_WhoseServerIsAway_WaitsForIt()
    {
        using var database = new PostgreSqlTestDatabase();
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
        PostgreSqlTestDatabase.Execute($"ALTER DATABASE \"{name}\" ALLOW_CONNECTIONS false");
        await using var machine = Machine.Over(database);
        var starting = machine.StartHostAsync();
        await Eventually.HoldsAsync(
            () => Task.FromResult(machine.Log.Lines.Any(line => line.Contains("Waiting for the database (PostgreSql)", StringComparison.Ordinal))), "the process to say that it waits");
        Assert.False(starting.IsCompleted);
        PostgreSqlTestDatabase.Execute($"ALTER DATABASE \"{name}\" ALLOW_CONNECTIONS true");
        await starting;
        Assert.Equal(0, await machine.InDatabaseAsync(db => db.ClinicalCases.CountAsync()));
    }

    [Fact]
    public async Task Process_ThatMayNotMigrate_SaysThatTheSchemaIsBehind()
    {
        using var database = new SqliteTestDatabase();
        await using var machine = Machine.Over(database).With("Database:Migrate", "false");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(machine.StartHostAsync);
        Assert.Contains("Database:Migrate is false", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("_Initial", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("build/schema-script.sh Sqlite", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_AfterOneThatWasKilledWhileItMigrated_Starts()
    {
        using var database = new SqliteTestDatabase();
        await using (var first = Machine.Over(database))
            await first.StartHostAsync();
        await using (var db = database.Open())
        {
            // What EF Core's lock leaves.
            await db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-01-01 00:00:00+00:00')""");
        }
        await using var second = Machine.Over(database);
        await second.StartHostAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static async Task StartManyAsync(Func<TestDatabase> make)
    {
        for (var round = 0; round < 3; round++)
        {
            using var database = make();
            var statements = new Statements();
            var machines = Enumerable.Range(0, 4).Select(_ => Machine.Over(database).With(services
                => services.ConfigureDbContext<CrowdDxDbContext>(context => context.AddInterceptors(statements)))).ToList();
            try
            {
                await Task.WhenAll(machines.Select(machine => Task.Run(machine.StartHostAsync)));
                Assert.Single(statements.Texts, text => text.Contains("CREATE TABLE \"ClinicalCases\"", StringComparison.Ordinal));
                await using var db = database.Open();
                Assert.Empty(await db.Database.GetPendingMigrationsAsync());
            }
            finally
            {
                foreach (var machine in machines)
                    await machine.DisposeAsync();
            }
        }
    }

    private sealed class Statements : DbCommandInterceptor
    {
        public ConcurrentBag<string> Texts { get; } = [];

        public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            Texts.Add(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
