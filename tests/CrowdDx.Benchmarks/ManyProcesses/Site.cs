using System.Net;

using CrowdDx.Testing;
using CrowdDx.Testing.Deployments;
using Npgsql;

namespace CrowdDx.Benchmarks.ManyProcesses;

/// <summary>Gateways and workers as processes of their own, on a RabbitMQ and a PostgreSQL of this run's own that write to the disk before they say so.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly PrivateServer _broker;
    private readonly PrivateServer _server;

    private Site(PrivateServer broker, PrivateServer server, Deployment deployment)
        => (_broker, _server, Deployment, Database) = (broker, server, deployment, NpgsqlDataSource.Create(deployment.ConnectionString));

    public Deployment Deployment { get; }

    /// <summary>The service's database, for what is seeded, watched and measured beside it.</summary>
    public NpgsqlDataSource Database { get; }

    public Uri Broker => new(_broker.Address);

    /// <summary>Starts two gateways and so many workers of each kind; further settings are <c>key=value</c>.</summary>
    public static async Task<Site> StartAsync(int workersOfEach = 2, params string[] settings)
    {
        var broker = await PrivateServer.RabbitMqAsync();
        var server = await PrivateServer.PostgreSqlAsync(settings: "-c fsync=on -c full_page_writes=on -c shared_buffers=512MB -c max_wal_size=4GB");
        return new(broker, server, await Deployment.StartAsync(new() { WorkersOfEach = workersOfEach, BrokerServer = broker, DatabaseServer = server, Configuration = settings }));
    }

    /// <summary>A network of so many members, all but the first of which are rows copied from the first: accounts and memberships that nobody signs in with.</summary>
    public async Task<Guid> CreateNetworkAsync(string name, int members)
    {
        var op = await Deployment.OperatorAsync();
        var network = new { name, description = "For measuring", specialties = new[] { "general" } };
        var networkId = (Guid)(await op.PostAsync("networks", network).ReadAsync(HttpStatusCode.Created))["id"]!;
        if (members == 0)
            return networkId;
        var first = (await Deployment.CreateAsync([new($"{networkId:N}@example.org", "Member", ["expert"])]))[0];
        await first.PutAsync($"networks/{networkId}/membership").ExpectAsync(HttpStatusCode.OK);
        await ExecuteAsync(
            """
            WITH made AS (
              INSERT INTO "Accounts"
              SELECT (jsonb_populate_record(a, jsonb_build_object('Id', m.id, 'UserName', m.id::text, 'NormalizedUserName', m.id::text, 'Email', m.id::text, 'NormalizedEmail', m.id::text))).*
              FROM "Accounts" AS a CROSS JOIN (SELECT gen_random_uuid() AS id FROM generate_series(2, @members)) AS m
              WHERE a."Id" = @first
              RETURNING "Id")
            INSERT INTO "Memberships"
            SELECT (jsonb_populate_record(m, jsonb_build_object('ExpertId', made."Id"))).* FROM "Memberships" AS m CROSS JOIN made
            WHERE m."ExpertId" = @first AND m."NetworkId" = @network
            """,
            ("members", members), ("first", first.Id), ("network", networkId));
        await ExecuteAsync("ANALYZE");
        return networkId;
    }

    /// <summary>Posts a case to a network, and gives its id.</summary>
    public static async Task<Guid> PostAsync(Person student, Guid networkId)
        => (Guid)(await student.PostAsync("cases", CrowdDxApplication.CaseBody(networkId)).ReadAsync(HttpStatusCode.Created))["id"]!;

    public async Task<int> ExecuteAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Until a count is what it should be; looks every few milliseconds.</summary>
    public async Task CountsAsync(long expected, string sql, params (string Name, object Value)[] parameters)
    {
        while (await ScalarAsync<long>(sql, parameters) != expected)
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await Deployment.DisposeAsync();
        await _server.DisposeAsync();
        await _broker.DisposeAsync();
    }

    private NpgsqlCommand Command(string sql, (string Name, object Value)[] parameters)
    {
        var command = Database.CreateCommand(sql);
        command.CommandTimeout = 0;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
