using CrowdDx.Hosting.Health;
using CrowdDx.Hosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace CrowdDx.Hosting;

/// <summary>What every host has.</summary>
public static class ServiceDefaults
{
    /// <summary>Marks a check of ours of what the process needs; the bus has one too, which says less in more words.</summary>
    internal const string ReadyTag = "dependency";

    /// <summary>Adds the clock, telemetry, health, and time to finish on shutdown.</summary>
    public static IHostApplicationBuilder AddServiceDefaults(this IHostApplicationBuilder builder)
    {
        if (HostingOptions.Of(builder.Configuration).SecretsFolder is { Length: > 0 } folder)
            builder.Configuration.AddKeyPerFile(Path.GetFullPath(folder), optional: false);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddTelemetry();
        builder.Services.AddHealthChecks();
        builder.Services.AddSingleton<IHealthCheckPublisher, DependencyLog>();
        builder.Services.Configure<HealthCheckPublisherOptions>(publisher =>
        {
            publisher.Period = publisher.Delay = DependencyLog.Period;
            publisher.Predicate = check => check.Tags.Contains(ReadyTag);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        return builder;
    }

    /// <summary>Maps <c>/health/live</c> (the process runs) and <c>/health/ready</c> (what it needs answers).</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag) }).AllowAnonymous();
    }
}
