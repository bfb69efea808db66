using CrowdDx.Data;
using CrowdDx.Testing.Trials;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Testing;

/// <summary>
/// The real gateway as a process of its own, with a folder for its database and keys and a port of 127.0.0.1 that it keeps when it is killed and started again.
/// </summary>
public sealed class GatewayProcess : IRunningService, IAsyncDisposable
{
    private const string Listening = "CrowdDx listens on ";
    private const string LinkMark = "/setup?token=";
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crowddx-process-");
    private readonly string[] _settings;
    private readonly SocketsHttpHandler _handler = new() { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30), ConnectTimeout = TimeSpan.FromSeconds(5) };
    private GatewayRun? _run;
    private Person? _operator;

    private GatewayProcess(string[] settings) => _settings = settings;

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url { get; } = $"http://127.0.0.1:{Ports.Free()}";

    /// <summary>The SQLite file.</summary>
    public string DatabaseFile => Path.Combine(_folder.FullName, "crowddx.db");

    /// <summary>A folder for what a test puts beside it; gone with the process.</summary>
    public string Folder => _folder.FullName;

    /// <summary>What the present process wrote, standard output and error, line by line.</summary>
    public IReadOnlyList<string> Output => Run.Output;

    /// <summary>The one-time links that the present process printed.</summary>
    public IReadOnlyList<string> SetupLinks => [.. Output.Where(line => line.Contains(LinkMark, StringComparison.Ordinal)).Select(line => line[line.IndexOf("http", StringComparison.Ordinal)..])];

    /// <summary>Warnings and errors that the present process logged.</summary>
    public IReadOnlyList<string> Complaints
        => [.. Output.Where(line => line.StartsWith("warn:", StringComparison.Ordinal) || line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal))];

    /// <summary>The memory that the present process holds, in megabytes.</summary>
    public double Megabytes => Run.Megabytes;

    /// <summary>How many files and connections the present process has open.</summary>
    public int OpenFiles => Run.OpenFiles;

    private GatewayRun Run => _run ?? throw new InvalidOperationException("The gateway is not running.");

    /// <summary>Starts it without any limit of requests in the way; settings are <c>key=value</c>, later ones win.</summary>
    public static Task<GatewayProcess> StartAsync(params string[] settings)
        => StartAsIsAsync(
        [
            "RateLimits:AccountPerSecond=100000", "RateLimits:AccountBurst=1000000", "RateLimits:AddressPerSecond=100000", "RateLimits:AddressBurst=1000000",
            .. settings,
        ]);

    /// <summary>Starts it as it is configured by default, but for port and folder.</summary>
    public static async Task<GatewayProcess> StartAsIsAsync(params string[] settings)
    {
        var gateway = new GatewayProcess(settings);
        try
        {
            await gateway.StartAgainAsync();
            return gateway;
        }
        catch
        {
            await gateway.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs it with a configuration that it is to refuse, until it ends by itself.</summary>
    public static async Task<(int ExitCode, string Output)> RefusalAsync(params string[] settings)
    {
        await using var gateway = new GatewayProcess(settings);
        gateway._run = gateway.Begin();
        var code = await gateway._run.EndedAsync(StartDeadline);
        return (code, string.Join('\n', gateway.Output));
    }

    /// <summary>Starts it, on the same files and port as before, and waits until it takes requests (and, where it has no account, has printed the link).</summary>
    public async Task StartAgainAsync()
    {
        _run = Begin();
        await _run.SaidAsync(Listening, StartDeadline);
        if (_operator is null)
            await _run.SaidAsync(LinkMark, StartDeadline);
    }

    /// <summary>Ends it as <c>kill -9</c> does: no goodbye, no flush.</summary>
    public Task KillAsync() => Run.KillAsync();

    /// <summary>The first operator, made with the printed link on first use.</summary>
    public async Task<Person> OperatorAsync()
    {
        if (_operator is not null)
            return _operator;
        return _operator = await NewAccounts.FirstOperatorAsync(SetupLinks[0], Client);
    }

    /// <summary>Accounts of the given roles, each with a key.</summary>
    public Task<IReadOnlyList<Person>> CreateAsync(int count, params string[] roles) => CreateAsync(NewAccounts.Of(count, roles));

    /// <summary>Accounts, each with a key of all the scopes that its roles allow.</summary>
    public async Task<IReadOnlyList<Person>> CreateAsync(IReadOnlyList<Newcomer> newcomers) => await NewAccounts.CreateAsync(await OperatorAsync(), newcomers, Client);

    /// <summary>Its SQLite file, beside it.</summary>
    public CrowdDxDbContext OpenDatabase()
        => new(new DbContextOptionsBuilder<CrowdDxDbContext>().UseSqlite($"Data Source={DatabaseFile};Mode=ReadWrite").Options, TimeProvider.System);

    /// <summary>A client without credentials.</summary>
    public HttpClient Client() => new(_handler, disposeHandler: false) { BaseAddress = new(Url) };

    public async ValueTask DisposeAsync()
    {
        if (_run is not null)
            await _run.KillAsync();
        _handler.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private GatewayRun Begin()
        => GatewayRun.Begin(
            _folder.FullName,
            [
                $"--urls={Url}", $"--Database:ConnectionString=Data Source={DatabaseFile}", $"--Accounts:KeysFolder={Path.Combine(_folder.FullName, "keys")}",
                .. _settings.Select(setting => $"--{setting}"),
            ]);
}
