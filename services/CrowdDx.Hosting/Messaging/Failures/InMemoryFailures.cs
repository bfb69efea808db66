using CrowdDx.Data;

namespace CrowdDx.Hosting.Messaging.Failures;

/// <summary>
/// Without a broker a message that failed is still an outbox row: it is published again by itself, <c>Messaging:PublishAgainAfter</c> after the last time. Which have
/// failed is known to this process alone, since it started.
/// </summary>
internal sealed class InMemoryFailures(CrowdDxDbContext db, InFlight inFlight, UnpublishableRows rows) : IFailedMessages
{
    public async Task<FailedMessages> ReadAsync(CancellationToken cancellationToken)
    {
        List<FailedMessage> items = [.. await rows.ReadAsync(cancellationToken), .. await FailedAsync(cancellationToken)];
        return new(items.Count, items);
    }

    public async Task<IReadOnlyList<FailedMessage>> ReplayAsync(
        Predicate<FailedMessage> wanted, Func<IReadOnlyList<FailedMessage>, Task> noteAsync, CancellationToken cancellationToken)
    {
        var found = (await FailedAsync(cancellationToken)).Where(message => wanted(message)).ToList();
        if (found.Count == 0)
            return found;
        await noteAsync(found);
        // The next poll publishes what is not in flight.
        found.ForEach(message => inFlight.Failed(message.MessageId!.Value));
        return found;
    }

    private async Task<IEnumerable<FailedMessage>> FailedAsync(CancellationToken cancellationToken)
        => from row in await UnpublishableRows.OldestAsync(db, cancellationToken)
           from fault in inFlight.FaultsOf(row.Id)
           select UnpublishableRows.Describe(row, fault.Endpoint, fault.At, fault.Type);
}
