using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Migrations.PostgreSql;
using CrowdDx.Testing;
using CrowdDx.Testing.Deployments;
using CrowdDx.Testing.Trials;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrowdDx.Worker.Tests.Operating;

/// <summary>A service on PostgreSQL is restored from what docs/operations.md says to keep, into an empty server.</summary>
[Collection("Deployments")]
public sealed class BackingUpPostgreSqlTests : IDisposable
{
    private const int Experts = 6;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crowddx-backup-");

    [DeploymentFact]
    public async Task Service_RestoredIntoAnEmptyServer_IsAsItWas_AndGoesOn()
    {
        await using var deployment = await Deployment.StartAsync(gateways: 1, workersOfEach: 1);
        var (student, experts, caseId) = await AnsweredCaseAsync(deployment);
        var session = await SignInAsync(deployment.Gateways[0].Url);
        await Eventually.HoldsAsync(() => deployment.InDatabaseAsync(async db => !await db.OutboxMessages.AnyAsync() && !await db.AuditEntries.AnyAsync(entry => entry.Hash == null)), "nothing left to do");
        var board = await student.ReadAsync($"cases/{caseId}/differential");
        await using var before = deployment.OpenDatabase();
        var rows = await RowsAsync(before);
        await OperationsDocument.RunAsync("postgresql-backup", _folder.FullName, Server(before.Database.GetConnectionString()!));
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "secrets"));
        await OperationsDocument.RunAsync("keys-backup", _folder.FullName, Keys(Path.Combine(deployment.Folder, "keys")));

        await using var server = await PrivateServer.PostgreSqlAsync();
        var restored = await EmptyDatabaseAsync(server.Address);
        await OperationsDocument.RunAsync("postgresql-restore", _folder.FullName, Server(restored));
        var keys = Directory.CreateDirectory(Path.Combine(_folder.FullName, "keys")).FullName;
        await OperationsDocument.RunAsync("keys-restore", _folder.FullName, Keys(keys));

        await using var after = Open(restored);
        Assert.Equal(rows, await RowsAsync(after));
        Assert.Equal(Differential.Of(board), (await StoredState.ReadAsync(after)).Recompute(caseId));
        await using var gateway = ServiceHost.Begin("gateway/CrowdDx.Gateway", _folder.FullName, ["Database:Provider=PostgreSql", $"Database:ConnectionString={restored}", $"Accounts:KeysFolder={keys}"]);
        await gateway.IsReadyAsync();
        Assert.Equal(board.ToJsonString(), (await student.At(gateway.Url).ReadAsync($"cases/{caseId}/differential")).ToJsonString());
        Assert.Equal("operator@example.org", await WhoIsAsync(gateway.Url, session));

        await experts[^1].At(gateway.Url).PutAsync($"cases/{caseId}/answers/mine", CrowdDxApplication.AnswerBody("choledocholithiasis")).ExpectAsync(HttpStatusCode.Created);
        await Eventually.HoldsAsync(async () => (int)(await student.At(gateway.Url).ReadAsync($"cases/{caseId}/differential"))["answers"]! == Experts, "the next answer on the board");
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    /// <summary>A case that all but the last expert have answered, not all alike.</summary>
    private static async Task<(Person Student, IReadOnlyList<Person> Experts, Guid CaseId)> AnsweredCaseAsync(Deployment deployment)
    {
        var op = await deployment.OperatorAsync();
        var network = new { name = "Pancreas", description = "Upper abdomen", specialties = new[] { "gastroenterology" } };
        var networkId = (Guid)(await op.PostAsync("networks", network).ReadAsync(HttpStatusCode.Created))["id"]!;
        var student = (await deployment.CreateAsync(1, "student"))[0];
        var experts = await deployment.CreateAsync(Experts, "expert");
        foreach (var expert in experts)
            await expert.PutAsync($"networks/{networkId}/membership").ExpectAsync(HttpStatusCode.OK);
        var caseId = (Guid)(await student.PostAsync("cases", CrowdDxApplication.CaseBody(networkId)).ReadAsync(HttpStatusCode.Created))["id"]!;
        await Eventually.HoldsAsync(() => deployment.InDatabaseAsync(async db => await db.Invitations.CountAsync() == Experts), "an invitation for each");
        for (var i = 0; i < Experts - 1; i++)
            await experts[i].PutAsync($"cases/{caseId}/answers/mine", CrowdDxApplication.AnswerBody(i % 2 == 0 ? "biliary microlithiasis" : "pancreas divisum", "hereditary pancreatitis")).ExpectAsync(HttpStatusCode.Created);
        await Eventually.HoldsAsync(async () => (int)(await student.ReadAsync($"cases/{caseId}/differential"))["answers"]! == Experts - 1, "the answers on the board");
        return (student, experts, caseId);
    }

    private static Data.CrowdDxDbContext Open(string connection)
    {
        var options = new DbContextOptionsBuilder<Data.CrowdDxDbContext>();
        options.UseCrowdDxPostgreSql(connection);
        return new(options.Options, TimeProvider.System);
    }

    /// <summary>As the image of PostgreSQL makes it in an empty volume.</summary>
    private static async Task<string> EmptyDatabaseAsync(string server)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("CREATE DATABASE crowddx", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = "crowddx" }.ConnectionString;
    }

    /// <summary>How many rows each table has.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(Data.CrowdDxDbContext db)
    {
        var counts = new List<string>();
        // Leases come and go by the second.
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct(StringComparer.Ordinal).Where(table => table != "Leases").Order(StringComparer.Ordinal))
        {
#pragma warning disable EF1002 // Names cannot be parameters; these are the model's.
            counts.Add($"{table} {await db.Database.SqlQueryRaw<int>($"SELECT CAST(COUNT(*) AS int) AS \"Value\" FROM \"{table}\"").SingleAsync()}");
#pragma warning restore EF1002
        }
        Assert.Contains($"Answers {Experts - 1}", counts);
        return counts;
    }

    private static Dictionary<string, string> Server(string connection)
    {
        var server = new NpgsqlConnectionStringBuilder(connection);
        return new(StringComparer.Ordinal) { ["PGHOST"] = server.Host!, ["PGPORT"] = $"{server.Port}", ["PGPASSWORD"] = server.Password!, ["PGDATABASE"] = server.Database! };
    }

    private static Dictionary<string, string> Keys(string folder) => new(StringComparer.Ordinal) { ["KEYS"] = folder };

    private static async Task<string> SignInAsync(string url)
    {
        using var client = new HttpClient { BaseAddress = new(url) };
        using var reply = await client.PostJsonAsync("/api/v1/session", new { email = "operator@example.org", password = "a long enough password" });
        return Assert.Single(reply.Headers.GetValues("Set-Cookie")).Split(';')[0];
    }

    private static async Task<string?> WhoIsAsync(string url, string session)
    {
        using var client = new HttpClient { BaseAddress = new(url), DefaultRequestHeaders = { { "Cookie", session } } };
        return (string?)JsonNode.Parse(await client.GetStringAsync("/api/v1/me"))!["email"];
    }
}
