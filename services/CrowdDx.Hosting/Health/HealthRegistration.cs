using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrowdDx.Hosting.Health;

/// <summary>Registers and maps the checks of what a process depends on.</summary>
public static class HealthRegistration
{
    // The bus has a check too, which says less in more words.
    private const string Dependency = "dependency";

    // Asked by people and containers only: nothing that the process does changes it.
    private const string AskedOnly = "asked only";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Maps <c>/health/live</c> (the process runs) and <c>/health/ready</c> (what it needs answers).</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Dependency), ResponseWriter = HealthReply.WriteAsync }).AllowAnonymous();
    }

    internal static void AddDependencyLog(this IServiceCollection services)
    {
        services.AddHealthChecks();
        services.AddSingleton<IHealthCheckPublisher, DependencyLog>();
        services.Configure<HealthCheckPublisherOptions>(publisher =>
        {
            publisher.Period = publisher.Delay = DependencyLog.Period;
            publisher.Predicate = check => check.Tags.Contains(Dependency) && !check.Tags.Contains(AskedOnly);
        });
    }

    internal static void AddDatabaseHealth(this IServiceCollection services)
        => services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", HealthStatus.Unhealthy, [Dependency], Patience)
            // Without the database these are not known, and that is said already.
            .AddCheck<MigrationsHealth>("migrations", HealthStatus.Degraded, [Dependency, AskedOnly], Patience)
            .AddCheck<OutboxHealth>("outbox", HealthStatus.Degraded, [Dependency], Patience);

    internal static void AddBusHealth(this IServiceCollection services, bool onBroker)
        => services.AddHealthChecks().AddCheck<BusHealth>(onBroker ? "broker" : "bus", HealthStatus.Unhealthy, [Dependency], Patience);
}
