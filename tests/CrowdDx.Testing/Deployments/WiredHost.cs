using CrowdDx.Testing.Databases;
using Npgsql;

namespace CrowdDx.Testing.Deployments;

/// <summary>A host of ours whose database and broker are at the other ends of wires, which are cut until they are mended.</summary>
public sealed class WiredHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crowddx-wired-");

    private WiredHost(string project, TestDatabase database, params string[] settings)
    {
        var (broker, server) = (Broker.FromEnvironment(), new NpgsqlConnectionStringBuilder(database.ConnectionString));
        ToDatabase = new(server.Host!, server.Port);
        ToBroker = new(broker.Address.Host, broker.Address.Port);
        (server.Host, server.Port) = ("127.0.0.1", ToDatabase.Port);
        Settings =
        [
            .. broker.Settings, $"Messaging:RabbitMq:Port={ToBroker.Port}", "Hosting:Embedded=false", "Database:Provider=PostgreSql", $"Database:ConnectionString={server.ConnectionString}",
            $"Accounts:KeysFolder={Path.Combine(_folder.FullName, "keys")}", .. settings,
        ];
        Host = ServiceHost.Begin(project, _folder.FullName, Settings);
    }

    public ServiceHost Host { get; }

    public Wire ToDatabase { get; }

    public Wire ToBroker { get; }

    /// <summary>What the host was told, <c>key=value</c>; later ones win.</summary>
    public IReadOnlyList<string> Settings { get; }

    /// <summary>Begins to start it; both wires are cut.</summary>
    public static WiredHost Begin(string project, TestDatabase database, params string[] settings) => new(project, database, settings);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await ToDatabase.DisposeAsync();
        await ToBroker.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
