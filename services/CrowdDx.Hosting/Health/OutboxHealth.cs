using CrowdDx.Data;
using CrowdDx.Hosting.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrowdDx.Hosting.Health;

/// <summary>How many messages wait in the outbox, and for how long. A process that has the rest of what it needs is ready all the same.</summary>
internal sealed class OutboxHealth(CrowdDxDbContext db, MessagingMeasures measures, TimeProvider clock) : IHealthCheck
{
    /// <summary>How long a message may wait before it is worth a word.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var messages = await db.OutboxMessages.LongCountAsync(cancellationToken);
        var oldest = await db.OutboxMessages.MinAsync(m => (DateTimeOffset?)m.CreatedAt, cancellationToken);
        var lag = oldest is { } at && clock.GetUtcNow() > at ? clock.GetUtcNow() - at : TimeSpan.Zero;
        measures.Outbox = (messages, lag);
        return lag > Patience ? HealthCheckResult.Degraded("Messages wait in the outbox longer than they should.") : HealthCheckResult.Healthy();
    }
}
