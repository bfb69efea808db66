using CrowdDx.Hosting.Health;
using CrowdDx.Hosting.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CrowdDx.Hosting;

/// <summary>What every host has.</summary>
public static class ServiceDefaults
{
    /// <summary>Adds the clock, telemetry, health, and time to finish on shutdown.</summary>
    public static IHostApplicationBuilder AddServiceDefaults(this IHostApplicationBuilder builder)
    {
        if (HostingOptions.Of(builder.Configuration).SecretsFolder is { Length: > 0 } folder)
            builder.Configuration.AddKeyPerFile(Path.GetFullPath(folder), optional: false);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddTelemetry();
        builder.Services.AddDependencyLog();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        return builder;
    }
}
