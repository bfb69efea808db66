using CrowdDx.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrowdDx.Hosting.Database;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseHealth(CrowdDxDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : new HealthCheckResult(context.Registration.FailureStatus, "The database does not answer.");
}
