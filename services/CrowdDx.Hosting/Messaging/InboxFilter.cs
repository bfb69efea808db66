using CrowdDx.Data;
using CrowdDx.Data.Messaging;
using CrowdDx.Data.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Hosting.Messaging;

/// <summary>
/// Consumes each message once on each endpoint. The inbox row is added to the consumer's own context and so is written by its first save;
/// a consumer that saves nothing has it written afterwards. A redelivered message is dropped. So a consumer that saves more than once
/// does it in one transaction, or what it had not saved when it broke would never be done.
/// </summary>
internal sealed class InboxFilter<TMessage>(
    CrowdDxDbContext db, Subscriptions subscriptions, InFlight inFlight, MessagingMeasures measures, TimeProvider clock)
    : IFilter<ConsumeContext<TMessage>>
    where TMessage : class
{
    public async Task Send(ConsumeContext<TMessage> context, IPipe<ConsumeContext<TMessage>> next)
    {
        // SQLite works on the calling thread; without this an endpoint would consume one message after another on the thread that hands them out.
        await Task.Yield();
        var endpoint = context.ReceiveContext.InputAddress.Segments[^1];
        if (context.MessageId is not { } messageId || !subscriptions.HasInbox(endpoint))
        {
            await next.Send(context);
            return;
        }

        if (await WasConsumedAsync(messageId, endpoint, context.CancellationToken))
        {
            await DropAsync(context, messageId, endpoint);
            return;
        }

        if (context.GetRetryAttempt() == 0)
            measures.Begun(endpoint, context.SentTime);
        var row = new InboxMessage { MessageId = messageId, Endpoint = endpoint, ConsumedAt = clock.GetUtcNow() };
        db.InboxMessages.Add(row);
        try
        {
            await next.Send(context);
            if (db.Entry(row).State != EntityState.Unchanged)
                await AddAsync(row, context.CancellationToken);
        }
        catch (Exception exception) when (exception.IsUniqueViolation())
        {
            db.ChangeTracker.Clear();
            if (!await WasConsumedAsync(messageId, endpoint, context.CancellationToken))
                throw;
            await DropAsync(context, messageId, endpoint);
            return;
        }
        catch (Exception exception) when (!exception.IsDatabaseAway())
        {
            inFlight.Faulted(messageId, endpoint, exception);
            throw;
        }
        inFlight.Consumed(messageId, endpoint);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");

    private Task<bool> WasConsumedAsync(Guid messageId, string endpoint, CancellationToken cancellationToken)
        => db.InboxMessages.AnyAsync(m => m.MessageId == messageId && m.Endpoint == endpoint, cancellationToken);

    private Task<int> AddAsync(InboxMessage row, CancellationToken cancellationToken)
    {
        // Also where the consumer cleared its context, and the row with it.
        db.InboxMessages.Add(row);
        return db.SaveChangesAsync(cancellationToken);
    }

    private async Task DropAsync(ConsumeContext<TMessage> context, Guid messageId, string endpoint)
    {
        // Without this the message would go to the endpoint's _skipped queue.
        await context.NotifyConsumed(TimeSpan.Zero, nameof(InboxFilter<>));
        inFlight.Consumed(messageId, endpoint);
    }
}
