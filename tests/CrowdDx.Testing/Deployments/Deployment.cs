using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Testing.Databases;

namespace CrowdDx.Testing.Deployments;

/// <summary>The service as an operator scales it out: gateways that host no workers, workers of each kind, on one RabbitMQ and one PostgreSQL.</summary>
public sealed class Deployment : IAsyncDisposable
{
    private const string Gateway = "gateway/CrowdDx.Gateway";
    private const string Worker = "services/CrowdDx.Worker";
    private const string LinkMark = "/setup?token=";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crowddx-deployment-");
    private readonly PostgreSqlTestDatabase _database = new(migrated: false);

    private Deployment(int gateways, int workersOfEach, string[] ofGateways)
    {
        Gateways = [.. Enumerable.Range(0, gateways).Select(_ => Host(Gateway, ["Hosting:Embedded=false", .. ofGateways]))];
        Workers = [.. Enumerable.Range(0, 2 * workersOfEach).Select(i => Host(Worker, $"Worker:Roles={(i % 2 == 0 ? "FanOut" : "Aggregation")}"))];
    }

    public IReadOnlyList<ServiceHost> Gateways { get; }

    public IReadOnlyList<ServiceHost> Workers { get; }

    /// <summary>Starts all processes at once, over an empty database; settings of the gateways are <c>key=value</c>, later ones win.</summary>
    public static async Task<Deployment> StartAsync(int gateways = 2, int workersOfEach = 2, params string[] ofGateways)
    {
        var deployment = new Deployment(gateways, workersOfEach, ofGateways);
        try
        {
            foreach (var host in deployment.Gateways.Concat(deployment.Workers))
                await host.IsReadyAsync();
            return deployment;
        }
        catch
        {
            await deployment.DisposeAsync();
            throw;
        }
    }

    /// <summary>The first operator, made with a link that the first gateway printed.</summary>
    public async Task<Person> OperatorAsync()
    {
        var link = await Eventually.GetAsync(
            () => Task.FromResult(Gateways[0].Output.FirstOrDefault(line => line.Contains(LinkMark, StringComparison.Ordinal))), "the link for the first operator");
        var request = new { token = link.Split("token=")[1], email = "operator@example.org", displayName = "Olga Operator", password = "a long enough password" };
        using var anonymous = new HttpClient { BaseAddress = new(Gateways[0].Url) };
        var created = await anonymous.PostJsonAsync("/api/v1/setup", request).ReadAsync(HttpStatusCode.Created);
        return PersonOf(created, "Olga Operator", 0);
    }

    /// <summary>Accounts of one role with a key each, speaking to the gateways in turn.</summary>
    public async Task<IReadOnlyList<Person>> CreateAsync(Person op, int count, string role, params string[] scopes)
    {
        var accounts = Enumerable.Range(0, count)
            .Select(n => new { email = $"{role}{n}@example.org", displayName = $"{role} {n}", roles = new[] { role }, key = new { name = "test", scopes } }).ToArray();
        var created = await op.PostAsync("accounts", new { accounts }).ReadAsync(HttpStatusCode.Created);
        return [.. created["accounts"]!.AsArray().Select((account, i) => PersonOf(account!, accounts[i].displayName, i))];
    }

    /// <summary>The same person at another gateway.</summary>
    public Person At(int gateway, Person person) => Person.Of(Client(gateway), person.Id, person.Name, person.Key);

    /// <summary>The same person through what stands before the gateways.</summary>
    public static Person Through(Nginx proxy, Person person) => Person.Of(new() { BaseAddress = new(proxy.Url) }, person.Id, person.Name, person.Key);

    /// <summary>A look into the database.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<Data.CrowdDxDbContext, Task<T>> work)
    {
        await using var db = _database.Open();
        return await work(db);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Gateways.Concat(Workers))
            await host.DisposeAsync();
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    private HttpClient Client(int gateway) => new() { BaseAddress = new(Gateways[gateway % Gateways.Count].Url) };

    private Person PersonOf(JsonNode account, string name, int gateway) => Person.Of(Client(gateway), (Guid)account["id"]!, name, (string)account["key"]!);

    private ServiceHost Host(string project, params string[] settings)
        => ServiceHost.Begin(
            project,
            _folder.FullName,
            [
                .. Broker.FromEnvironment().Settings, "Database:Provider=PostgreSql", $"Database:ConnectionString={_database.ConnectionString}",
                $"Accounts:KeysFolder={Path.Combine(_folder.FullName, "keys")}",
                "RateLimits:AccountPerSecond=100000", "RateLimits:AccountBurst=1000000", "RateLimits:AddressPerSecond=100000", "RateLimits:AddressBurst=1000000",
                .. settings,
            ]);
}
