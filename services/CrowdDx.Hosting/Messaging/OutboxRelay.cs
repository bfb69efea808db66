using System.Text.Json;
using CrowdDx.Data;
using CrowdDx.Data.Messaging;
using CrowdDx.Data.Scheduling;
using CrowdDx.Hosting.Telemetry;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CrowdDx.Hosting.Messaging;

/// <summary>
/// Publishes outbox rows, at least once. On RabbitMQ a row is deleted after the broker's confirm. The in-memory bus takes a message before anybody has consumed
/// it, so there a row is deleted only when every subscribed endpoint has its inbox row; what a kill leaves is published at the next start.
/// Each process publishes what it committed itself; what is left of processes that died is taken over by one process at a time, under a lease.
/// </summary>
internal sealed partial class OutboxRelay(
    IServiceScopeFactory scopes,
    IBusControl bus,
    OutboxHandOver handOver,
    Subscriptions subscriptions,
    InFlight inFlight,
    IOptions<MessagingOptions> options,
    TimeProvider clock,
    ILogger<OutboxRelay> logger) : BackgroundService
{
    private const int Batch = 200;
    private static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DeletePause = TimeSpan.FromMilliseconds(50);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => Task.WhenAll(
            UntilStoppedAsync(PublishCommittedAsync, stoppingToken),
            UntilStoppedAsync(PollAsync, stoppingToken),
            UntilStoppedAsync(DeleteDoneAsync, stoppingToken));

    private async Task PublishCommittedAsync(CancellationToken stopping)
    {
        await handOver.Committed.WaitToReadAsync(stopping);
        var batch = new List<OutboxMessage>(Batch);
        while (batch.Count < Batch && handOver.Committed.TryRead(out var row))
            batch.Add(row);
        await PublishAsync(batch);
    }

    /// <summary>Finds rows that were never handed over, or whose message was lost.</summary>
    private async Task PollAsync(CancellationToken stopping)
    {
        (DateTimeOffset CreatedAt, Guid Id) after = default;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CrowdDxDbContext>();
            var now = clock.GetUtcNow();
            if (IsShared && !await db.TryLeaseAsync("outbox-leftovers", now, LeaseOf(options.Value.PollInterval), stopping))
                break;
            var before = IsShared ? now - options.Value.TakeOverAfter : DateTimeOffset.MaxValue;
            var rows = await db.OutboxMessages.AsNoTracking()
                .Where(m => m.CreatedAt <= before)
                .Where(m => m.CreatedAt > after.CreatedAt || (m.CreatedAt == after.CreatedAt && m.Id.CompareTo(after.Id) > 0))
                .OrderBy(m => m.CreatedAt).ThenBy(m => m.Id)
                .Take(Batch)
                .ToListAsync(stopping);
            if (rows.Count == 0)
                break;
            after = (rows[^1].CreatedAt, rows[^1].Id);
            await PublishAsync(rows);
        }
        await Task.Delay(options.Value.PollInterval, clock, stopping);
    }

    private bool IsShared => options.Value.Transport != MessageTransport.InMemory;

    private static TimeSpan LeaseOf(TimeSpan pollInterval) => TimeSpan.FromSeconds(10) + (2 * pollInterval);

    private async Task PublishAsync(IReadOnlyList<OutboxMessage> rows)
    {
        var failures = (await Task.WhenAll(rows.Select(PublishAsync))).OfType<Exception>().ToList();
        if (failures.Count == 0)
            return;
        await Task.Delay(FailurePause, clock, CancellationToken.None);
        // A broker that is away fails everything, and is told of once, by DependencyLog.
        if (bus.CheckHealth().Status == BusHealthStatus.Healthy)
            PublishFailed(failures[0], failures.Count);
    }

    /// <returns>Why it could not be published, if it could not.</returns>
    private async Task<Exception?> PublishAsync(OutboxMessage row)
    {
        var type = OutboxRow.TypeOf(row);
        if (!inFlight.Begin(row.Id, IsShared || type is null ? [] : subscriptions.Of(type), options.Value.PublishAgainAfter))
            return null;
        try
        {
            if (type is null)
            {
                Unreadable(row.Id, row.Type, "unknown type");
                return null;
            }
            using var span = Spans.Publish(row);
            // Never a token that can be cancelled: an interrupted publish leaves the transport's confirm tracking in doubt.
            await bus.Publish(OutboxRow.Read(row)!, type, context => context.MessageId = row.Id, CancellationToken.None);
            inFlight.Published(row.Id);
            return null;
        }
        catch (JsonException)
        {
            Unreadable(row.Id, row.Type, "its members are others");
            return null;
        }
        catch (Exception exception)
        {
            inFlight.Failed(row.Id);
            return exception;
        }
    }

    private async Task DeleteDoneAsync(CancellationToken stopping)
    {
        await inFlight.Done.WaitToReadAsync(stopping);
        await Task.Delay(DeletePause, clock, stopping);
        var ids = new List<Guid>(Batch);
        while (ids.Count < Batch && inFlight.Done.TryRead(out var id))
            ids.Add(id);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CrowdDxDbContext>().OutboxMessages
            .Where(m => ids.Contains(m.Id))
            .ExecuteDeleteAsync(stopping);
        ids.ForEach(inFlight.Forget);
    }

    private async Task UntilStoppedAsync(Func<CancellationToken, Task> round, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await round(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                RoundFailed(exception);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "This version cannot read outbox row {MessageId} of type {MessageType} ({Reason}). It stays until a version that can runs.")]
    private partial void Unreadable(Guid messageId, string messageType, string reason);

    [LoggerMessage(LogLevel.Warning, "{Count} messages could not be published, one of them for this reason; they will be tried again.")]
    private partial void PublishFailed(Exception exception, int count);

    [LoggerMessage(LogLevel.Warning, "The outbox relay met an error and goes on.")]
    private partial void RoundFailed(Exception exception);
}
