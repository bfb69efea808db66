using System.Net;
using CrowdDx.Testing;
using CrowdDx.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace CrowdDx.Hosting.Tests.Database;

/// <summary>Where a database administrator applies the script, the service runs as a role that may read and write, and no more.</summary>
public sealed class ReadAndWriteRightsTests : IDisposable
{
    private const string Role = "crowddx_reads_and_writes";
    private readonly PostgreSqlTestDatabase _database = new(migrated: false);

    [PostgreSqlFact]
    public async Task Service_WithRightsToReadAndWriteOnly_DoesItsWork()
    {
        var service = PrepareAsAdministrator();
        using var app = new CrowdDxApplication { Database = _database }.With("Database:Migrate", "false").With("Database:ConnectionString", service);
        var (network, student, experts) = (await app.CreateNetworkAsync(), await app.StudentAsync(), await app.ExpertsAsync(2));
        foreach (var expert in experts)
            await app.JoinAsync(expert, network);
        var caseId = await app.SubmitCaseAsync(student, network);
        await Eventually.HoldsAsync(async () => await app.InDatabaseAsync(db => db.Invitations.CountAsync(i => i.CaseId == caseId)) == 2, "both invitations");
        foreach (var expert in experts)
            await app.AnswerAsync(expert, caseId, "flu", "measles");
        Assert.Equal(2, (int)(await app.WaitForDifferentialAsync(student, caseId, 2))["answers"]!);
        await student.DeleteAsync($"cases/{caseId}").ExpectAsync(HttpStatusCode.NoContent);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => app.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TABLE more (id int)")));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    public void Dispose()
    {
        if (!PostgreSqlTestDatabase.IsThere)
            return;
        _database.Dispose();
        PostgreSqlTestDatabase.Execute($"DROP ROLE IF EXISTS {Role}");
    }

    private string PrepareAsAdministrator()
    {
        var server = new NpgsqlConnectionStringBuilder(_database.ConnectionString);
        using (var db = _database.Open())
        {
            var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
            PostgreSqlTestDatabase.Execute(script, server.Database);
            // Again: it finds everything done.
            PostgreSqlTestDatabase.Execute(script, server.Database);
            Assert.Empty(db.Database.GetPendingMigrations());
        }
        // As services/CrowdDx.Hosting/README.md says.
        PostgreSqlTestDatabase.Execute(
            $"""
            CREATE ROLE {Role} LOGIN PASSWORD '{Role}';
            GRANT USAGE ON SCHEMA public TO {Role};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {Role};
            """,
            server.Database);
        (server.Username, server.Password) = (Role, Role);
        return server.ConnectionString;
    }
}
