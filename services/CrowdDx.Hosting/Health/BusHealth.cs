using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrowdDx.Hosting.Health;

/// <summary>Whether the bus runs: on a broker, whether every endpoint of this process is connected to it.</summary>
internal sealed class BusHealth(IBusControl bus) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(bus.CheckHealth().Status == BusHealthStatus.Healthy
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("It does not answer. Messages wait in the outbox and in queues."));
}
