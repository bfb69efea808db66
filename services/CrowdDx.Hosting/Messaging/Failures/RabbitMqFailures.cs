using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace CrowdDx.Hosting.Messaging.Failures;

/// <summary>
/// The broker's <c>_error</c> queues. A look takes messages and gives them back, in their order; meanwhile another look does not see them.
/// </summary>
internal sealed class RabbitMqFailures(IOptions<RabbitMqOptions> options, Subscriptions subscriptions, UnpublishableRows rows) : IFailedMessages
{
    /// <summary>Most messages of a queue that are looked at in one go.</summary>
    public const int Most = 1_000;

    private const string Suffix = "_error";
    private const ushort NotFound = 404;
    private static readonly string[] HeadersOfFaults = ["MT-Fault-", "MT-Host-", "MT-Reason", "x-delivery-count", "x-dotnet-pub-seq-no"];

    public async Task<FailedMessages> ReadAsync(CancellationToken cancellationToken)
    {
        var items = (await rows.ReadAsync(cancellationToken)).ToList();
        long total = items.Count;
        await using var connection = await Amqp.ConnectAsync(options.Value, "operator", cancellationToken);
        foreach (var queue in subscriptions.Endpoints)
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            var count = await CountAsync(channel, queue, cancellationToken);
            if (count == 0)
                continue;
            total += count;
            var taken = await TakeAsync(channel, queue, cancellationToken);
            items.AddRange(taken.Select(t => t.Message));
            await GiveBackAsync(channel, taken);
        }
        return new(total, items);
    }

    public async Task<IReadOnlyList<FailedMessage>> ReplayAsync(
        Predicate<FailedMessage> wanted, Func<IReadOnlyList<FailedMessage>, Task> noteAsync, CancellationToken cancellationToken)
    {
        var moved = new List<FailedMessage>();
        await using var connection = await Amqp.ConnectAsync(options.Value, "operator", cancellationToken);
        foreach (var queue in subscriptions.Endpoints)
        {
            await using var channel = await connection.CreateChannelAsync(
                new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
            if (await CountAsync(channel, queue, cancellationToken) == 0)
                continue;
            var taken = (await TakeAsync(channel, queue, cancellationToken)).ToLookup(t => wanted(t.Message));
            await GiveBackAsync(channel, taken[false]);
            if (!taken[true].Any())
                continue;
            await noteAsync([.. taken[true].Select(t => t.Message)]);
            foreach (var (message, delivery) in taken[true])
            {
                // Confirmed before it is acknowledged: a kill in between leaves two, and the inbox drops one.
                await channel.BasicPublishAsync(exchange: "", queue, mandatory: true, WithoutFault(delivery.BasicProperties), delivery.Body, CancellationToken.None);
                await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, CancellationToken.None);
                moved.Add(message);
            }
        }
        return moved;
    }

    private static async Task<uint> CountAsync(IChannel channel, string queue, CancellationToken cancellationToken)
    {
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue + Suffix, cancellationToken)).MessageCount;
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == NotFound)
        {
            // It is made for the first message that fails.
            return 0;
        }
    }

    private static async Task<List<(FailedMessage Message, BasicGetResult Delivery)>> TakeAsync(IChannel channel, string queue, CancellationToken cancellationToken)
    {
        var taken = new List<(FailedMessage, BasicGetResult)>();
        while (taken.Count < Most && await channel.BasicGetAsync(queue + Suffix, autoAck: false, cancellationToken) is { } delivery)
            taken.Add((FailedMessageReader.Read(queue, delivery.BasicProperties, delivery.Body), delivery));
        return taken;
    }

    // The broker would do it as the channel closes, but at its leisure: whoever looks next would not find them yet.
    private static async Task GiveBackAsync(IChannel channel, IEnumerable<(FailedMessage Message, BasicGetResult Delivery)> taken)
    {
        foreach (var (_, delivery) in taken)
            await channel.BasicNackAsync(delivery.DeliveryTag, multiple: false, requeue: true, CancellationToken.None);
    }

    private static BasicProperties WithoutFault(IReadOnlyBasicProperties failed)
        => new(failed)
        {
            Persistent = true,
            Headers = failed.Headers?.Where(header => !HeadersOfFaults.Any(prefix => header.Key.StartsWith(prefix, StringComparison.Ordinal)))
                .ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal),
        };
}
