using CrowdDx.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrowdDx.Hosting.Health;

/// <summary>Whether the schema is that of this version, which it may no longer be after a backup was restored.</summary>
internal sealed class MigrationsHealth(CrowdDxDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList() is { Count: > 0 } missing
            ? HealthCheckResult.Unhealthy($"The schema is behind this version. Missing: {string.Join(", ", missing)}. Start this process again, or run migrate.")
            : HealthCheckResult.Healthy();
}
