using CrowdDx.Accounts.Setup;
using CrowdDx.Testing.Databases;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrowdDx.Testing;

/// <summary>
/// The real gateway in this process, with a database of its own, spoken to through HTTP only. Intent methods are in the partial files beside this one.
/// </summary>
public sealed partial class CrowdDxApplication : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crowddx-").FullName;
    private readonly Dictionary<string, string?> _settings = [];
    private readonly List<Action<IServiceCollection>> _services = [];
    private readonly SemaphoreSlim _operatorOnce = new(1, 1);
    private Person? _operator;
    private int _people;

    /// <summary>The database, of the kind that this run is about.</summary>
    public TestDatabase Database { get; init; } = TestDatabase.Create();

    /// <summary>The SQLite file.</summary>
    public string DatabaseFile => ((SqliteTestDatabase)Database).File;

    /// <summary>What the service logged, warnings and above, as text lines.</summary>
    public RecordedLog Log { get; } = new();

    /// <summary>Sets a configuration key, before the first use.</summary>
    public CrowdDxApplication With(string key, string? value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Replaces services, before the first use.</summary>
    public CrowdDxApplication With(Action<IServiceCollection> configure)
    {
        _services.Add(configure);
        return this;
    }

    /// <summary>The first operator (and curator), created on first use through the one-time token.</summary>
    public async Task<Person> OperatorAsync()
    {
        await _operatorOnce.WaitAsync();
        try
        {
            return _operator ??= await CreateOperatorAsync();
        }
        finally
        {
            _operatorOnce.Release();
        }
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Database:Provider", Database.Provider);
        builder.UseSetting("Database:ConnectionString", Database.ConnectionString);
        builder.UseSetting("Accounts:KeysFolder", Path.Combine(_folder, "keys"));
        builder.UseSetting("RateLimits:AccountPerSecond", "100000");
        builder.UseSetting("RateLimits:AccountBurst", "1000000");
        builder.UseSetting("RateLimits:AddressPerSecond", "100000");
        builder.UseSetting("RateLimits:AddressBurst", "1000000");
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureTestServices(services => _services.ForEach(configure => configure(services)));
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !Directory.Exists(_folder))
            return;
        _operatorOnce.Dispose();
        Database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Person> CreateOperatorAsync()
    {
        var token = Services.GetRequiredService<SetupToken>().Make();
        var request = new { token, email = "operator@example.org", displayName = "Olga Operator", password = "a long enough password" };
        using var anonymous = CreateClient();
        var created = await anonymous.PostJsonAsync("/api/v1/setup", request).ReadAsync(System.Net.HttpStatusCode.Created);
        return PersonOf(created, "Olga Operator");
    }
}
