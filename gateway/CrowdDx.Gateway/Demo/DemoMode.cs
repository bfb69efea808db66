using System.Net.NetworkInformation;

using Microsoft.Extensions.Options;

namespace CrowdDx.Gateway.Demo;

/// <summary>
/// <c>--demo</c>: everything in one process with a demonstration network. On loopback only, with a database of its own that starts empty, and never in production.
/// </summary>
internal static class DemoMode
{
    private const string Switch = "--demo";
    private const int FirstPort = 5080;
    private const int Ports = 100;

    /// <summary>A builder as configured, or, with <c>--demo</c>, one for the demonstration.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        if (!args.Contains(Switch))
            return WebApplication.CreateBuilder(args);
        args = [.. args.Where(arg => arg != Switch)];
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = EnvironmentOf(args) });
        RefuseOtherSettings(builder.Configuration, args);
        var folder = Directory.CreateTempSubdirectory("crowddx-demo-").FullName;
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = $"http://127.0.0.1:{FreePort()}",
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "crowddx.db")}",
            ["Accounts:KeysFolder"] = Path.Combine(folder, "keys"),
        });
        builder.Services.AddSingleton<DemoLinks>();
        builder.Services.AddHostedService<DemoScene>();
        return builder;
    }

    /// <summary>Whether this host was built for the demonstration.</summary>
    public static bool IsOn(IServiceCollection services) => services.Any(service => service.ServiceType == typeof(DemoLinks));

    /// <summary>Maps the one-click sign-in where this is a demonstration.</summary>
    public static void MapDemo(this WebApplication app)
    {
        if (app.Services.GetService<DemoLinks>() is not null)
            DemoLinks.Map(app);
    }

    private static string EnvironmentOf(string[] args)
    {
        var argument = new ConfigurationBuilder().AddCommandLine(args).Build()[HostDefaults.EnvironmentKey];
        string?[] said = [argument, Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"), Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")];
        return said.Contains(Environments.Production, StringComparer.OrdinalIgnoreCase)
            ? throw Refuse("The environment is Production (environment, ASPNETCORE_ENVIRONMENT, DOTNET_ENVIRONMENT). A demonstration signs people in by a click; leave --demo out, or leave them unset.")
            : said.FirstOrDefault(name => name is not null) ?? "Demo";
    }

    private static void RefuseOtherSettings(ConfigurationManager configuration, string[] args)
    {
        if (configuration["Database:Provider"] is { } provider && !provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
            throw Refuse($"Database:Provider is {provider}. The demonstration has a SQLite file of its own; leave the key out.");
        if (configuration["Database:ConnectionString"] is not null)
            throw Refuse("Database:ConnectionString is set. The demonstration has a database of its own; leave the key out.");
        var asked = Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is not null || args.Any(arg => arg.TrimStart('-').StartsWith("urls", StringComparison.OrdinalIgnoreCase));
        if (asked || configuration["ASPNETCORE_HTTP_PORTS"] is not null || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
            throw Refuse("An address is set (urls, ASPNETCORE_URLS, Kestrel:Endpoints). The demonstration listens on 127.0.0.1 alone and takes the next free port; leave it out.");
    }

    private static int FreePort()
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
        var port = Enumerable.Range(FirstPort, Ports).FirstOrDefault(port => !taken.Contains(port));
        if (port != FirstPort)
            Console.Out.WriteLine(port == 0 ? "No port from 5080 on is free." : $"Port {FirstPort} is taken; using {port}.");
        return port;
    }

    private static OptionsValidationException Refuse(string why) => new("Demo", typeof(DemoMode), [$"--demo: {why}"]);
}
