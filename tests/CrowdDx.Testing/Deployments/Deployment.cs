using CrowdDx.Data;
using CrowdDx.Testing.Databases;
using CrowdDx.Testing.Trials;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Testing.Deployments;

/// <summary>The service as an operator scales it out: gateways that host no workers, workers of each kind, on one RabbitMQ and one PostgreSQL.</summary>
public sealed class Deployment : IRunningService, IAsyncDisposable
{
    private const string Gateway = "gateway/CrowdDx.Gateway";
    private const string Worker = "services/CrowdDx.Worker";
    private const string LinkMark = "/setup?token=";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crowddx-deployment-");
    private readonly DeploymentSettings _settings;
    private readonly PostgreSqlTestDatabase _database;
    private readonly AnyGateway _anyGateway;
    private Person? _operator;

    private Deployment(DeploymentSettings settings)
    {
        _settings = settings;
        _database = new(migrated: false, server: settings.DatabaseServer?.Address);
        Gateways = [.. Enumerable.Range(0, settings.Gateways).Select(_ => Host(Gateway, ["Hosting:Embedded=false", .. settings.OfGateways]))];
        Workers = [.. Enumerable.Range(0, 2 * settings.WorkersOfEach).Select(i => Host(Worker, $"Worker:Roles={(i % 2 == 0 ? "FanOut" : "Aggregation")}"))];
        _anyGateway = new([.. Gateways.Select(gateway => new Uri(gateway.Url))]);
    }

    public IReadOnlyList<ServiceHost> Gateways { get; }

    public IReadOnlyList<ServiceHost> Workers { get; }

    /// <summary>A folder for what a test puts beside it; gone with the processes.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Gateways, then workers.</summary>
    public IReadOnlyList<ServiceHost> Hosts => [.. Gateways, .. Workers];

    /// <summary>Starts two gateways and two workers of each kind over an empty database, unless told otherwise.</summary>
    public static Task<Deployment> StartAsync(int gateways = 2, int workersOfEach = 2, params string[] ofGateways)
        => StartAsync(new() { Gateways = gateways, WorkersOfEach = workersOfEach, OfGateways = ofGateways });

    /// <summary>Starts all processes at once, over an empty database.</summary>
    public static async Task<Deployment> StartAsync(DeploymentSettings settings)
    {
        var deployment = new Deployment(settings);
        try
        {
            await deployment.IsReadyAsync();
            return deployment;
        }
        catch
        {
            await deployment.DisposeAsync();
            throw;
        }
    }

    /// <summary>Until every process has all it needs.</summary>
    public Task IsReadyAsync() => Task.WhenAll(Hosts.Select(host => host.IsReadyAsync()));

    /// <summary>The first operator, made with a link that the first gateway printed.</summary>
    public async Task<Person> OperatorAsync()
    {
        if (_operator is not null)
            return _operator;
        var link = await Eventually.GetAsync(
            () => Task.FromResult(Gateways[0].Output.FirstOrDefault(line => line.Contains(LinkMark, StringComparison.Ordinal))), "the link for the first operator");
        return _operator = await NewAccounts.FirstOperatorAsync(link, () => new() { BaseAddress = new(Gateways[0].Url) });
    }

    /// <summary>Accounts of the given roles with a key each, speaking to the gateways in turn.</summary>
    public Task<IReadOnlyList<Person>> CreateAsync(int count, params string[] roles) => CreateAsync(NewAccounts.Of(count, roles));

    /// <summary>Accounts, each with a key of all the scopes that its roles allow.</summary>
    public async Task<IReadOnlyList<Person>> CreateAsync(IReadOnlyList<Newcomer> newcomers)
        => await NewAccounts.CreateAsync(await OperatorAsync(), newcomers, () => new(_anyGateway, disposeHandler: false) { BaseAddress = new(Gateways[0].Url) });

    /// <summary>The same person at one gateway.</summary>
    public Person At(int gateway, Person person) => person.At(Gateways[gateway].Url);

    /// <summary>Of the database.</summary>
    public string ConnectionString => _database.ConnectionString;

    public CrowdDxDbContext OpenDatabase() => _database.Open();

    /// <summary>The same person through what stands before the gateways.</summary>
    public static Person Through(Nginx proxy, Person person) => person.At(proxy.Url);

    /// <summary>A look into the database.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<CrowdDxDbContext, Task<T>> work)
    {
        await using var db = OpenDatabase();
        return await work(db);
    }

    /// <summary>What waits in a queue; null where there is none of that name.</summary>
    public Task<uint?> CountAsync(string queue) => _settings.Broker.CountAsync(queue);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Hosts)
            await host.DisposeAsync();
        // What is still on its way, sent twice maybe, is about cases that the next one's database does not have.
        if (_settings.BrokerServer is null && _operator is not null)
            await _settings.Broker.DeleteAsync(await InDatabaseAsync(db => db.InboxMessages.Select(message => message.Endpoint).Distinct().ToListAsync()));
        _anyGateway.Dispose();
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    private ServiceHost Host(string project, params string[] settings)
        => ServiceHost.Begin(
            project,
            _folder.FullName,
            [
                .. _settings.Broker.Settings, "Database:Provider=PostgreSql", $"Database:ConnectionString={_database.ConnectionString}",
                $"Accounts:KeysFolder={Path.Combine(_folder.FullName, "keys")}",
                "RateLimits:AccountPerSecond=100000", "RateLimits:AccountBurst=1000000", "RateLimits:AddressPerSecond=100000", "RateLimits:AddressBurst=1000000",
                .. _settings.Configuration, .. settings,
            ]);
}
