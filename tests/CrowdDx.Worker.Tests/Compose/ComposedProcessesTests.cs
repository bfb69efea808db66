using CrowdDx.Testing;
using CrowdDx.Testing.Databases;
using CrowdDx.Testing.Deployments;

namespace CrowdDx.Worker.Tests.Compose;

/// <summary>What docker-compose.yml tells the hosts starts them: the same settings and the same checks, with processes in place of containers.</summary>
[Collection("Deployments")]
public sealed class ComposedProcessesTests : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crowddx-composed-");
    private readonly PostgreSqlTestDatabase _database = new(made: false);
    private readonly List<ServiceHost> _hosts = [];

    [ComposedFact]
    public async Task Hosts_WithTheirSettings_StartOnceTheSchemaIsThere_AndAreFoundHealthy()
    {
        using var made = await MadeSecrets.MakeAsync();
        var compose = await ComposeFile.ReadAsync("PostgreSql", made.Folder);
        // Without the schema none of them serves, since none may make it.
        var early = await RunAsync(compose, compose["aggregation"]);
        Assert.NotEqual(0, early.ExitCode);

        var schema = await RunAsync(compose, compose["schema"]);
        Assert.Contains("up to date", schema.Succeeded().Output, StringComparison.Ordinal);
        Assert.Empty(compose["schema"].DependsOn);

        foreach (var service in compose.Services.Where(service => service.IsOurs && service.Health.Count > 0))
        {
            var host = ServiceHost.Begin(ProjectOf(service), _folder.FullName, SettingsOf(compose, service));
            _hosts.Add(host);
            await host.IsReadyAsync();
            var check = await CommandAsync(service, [.. service.Health.Skip(3), $"--urls={host.Url}", $"--AllowedHosts={service.Environment.GetValueOrDefault("AllowedHosts", "*")}"]);
            Assert.Contains("\"status\":\"ready\"", check.Succeeded().Output, StringComparison.Ordinal);
            await host.KillAsync();
            Assert.Equal(1, (await CommandAsync(service, [.. service.Health.Skip(3), $"--urls={host.Url}"])).ExitCode);
        }

        Assert.Equal(4, _hosts.Count);
        Assert.Contains(_hosts.SelectMany(host => host.Output), line => line.Contains($"{compose["gateway-1"].Environment["Proxy__PublicUrl"]}/setup?token=", StringComparison.Ordinal));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
    }

    public void Dispose()
    {
        if (PostgreSqlTestDatabase.IsThere)
            _database.Dispose();
        _folder.Delete(recursive: true);
    }

    private Task<CommandRun> RunAsync(ComposeFile compose, ComposeService service)
        => CommandAsync(service, [.. service.Command, .. SettingsOf(compose, service).Select(setting => $"--{setting}"), "--urls=http://127.0.0.1:0"]);

    private Task<CommandRun> CommandAsync(ComposeService service, string[] arguments)
        => CommandRun.ToEndAsync(
            _folder.FullName,
            TimeSpan.FromMinutes(2),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_DbgEnableMiniDump"] = "0" },
            "dotnet",
            [Checkout.BuiltFile(ProjectOf(service), $"{Path.GetFileName(ProjectOf(service))}.dll"), .. arguments]);

    /// <summary>As in the file, but for where the servers are, and what they know us by.</summary>
    private List<string> SettingsOf(ComposeFile compose, ComposeService service)
    {
        var settings = compose.SettingsOf(service);
        settings.Remove("Hosting:SecretsFolder");
        settings["Database:ConnectionString"] = _database.ConnectionString;
        settings["Accounts:KeysFolder"] = Path.Combine(_folder.FullName, "keys");
        return [.. settings.Select(pair => $"{pair.Key}={pair.Value}"), .. Broker.FromEnvironment().Settings];
    }

    private static string ProjectOf(ComposeService service) => (string)service.Json["build"]!["target"]! == "gateway" ? "gateway/CrowdDx.Gateway" : "services/CrowdDx.Worker";
}
