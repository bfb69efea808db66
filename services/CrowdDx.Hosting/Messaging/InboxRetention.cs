using CrowdDx.Data;
using CrowdDx.Data.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CrowdDx.Hosting.Messaging;

/// <summary>
/// Forgets, once an hour, messages that were consumed longer ago than any redelivery. One whose outbox row still waits for another endpoint is remembered:
/// it will come again.
/// </summary>
internal sealed partial class InboxRetention(
    IServiceScopeFactory scopes, IOptions<MessagingOptions> options, TimeProvider clock, ILogger<InboxRetention> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<CrowdDxDbContext>();
                if (!await db.TryLeaseAsync("inbox-retention", clock.GetUtcNow(), TimeSpan.FromMinutes(50), stoppingToken))
                    continue;
                var before = clock.GetUtcNow() - options.Value.InboxRetention;
                await db.InboxMessages
                    .Where(m => m.ConsumedAt < before && !db.OutboxMessages.Any(o => o.Id == m.MessageId))
                    .ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                SweepFailed(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Sweeping the inbox failed; the next hour tries again.")]
    private partial void SweepFailed(Exception exception);
}
