using System.Text;

using RabbitMQ.Client;

namespace CrowdDx.Testing.Deployments;

/// <summary>A test's own connection to the RabbitMQ under test.</summary>
public sealed class BrokerDesk : IAsyncDisposable
{
    /// <summary>Content type of the bus's envelopes.</summary>
    public const string Envelope = "application/vnd.masstransit+json";

    private readonly IConnection _connection;
    private readonly IChannel _channel;

    private BrokerDesk(IConnection connection, IChannel channel) => (_connection, _channel) = (connection, channel);

    public static async Task<BrokerDesk> OpenAsync()
    {
        var connection = await new ConnectionFactory { Uri = Broker.FromEnvironment().Address }.CreateConnectionAsync();
        return new(connection, await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true)));
    }

    /// <summary>Puts bytes of any kind into a queue; fails where there is none.</summary>
    public async Task SendAsync(string queue, string body, string contentType = Envelope, Guid? messageId = null)
        => await _channel.BasicPublishAsync(
            exchange: "", queue, mandatory: true, new BasicProperties { ContentType = contentType, Persistent = true, MessageId = messageId?.ToString() }, Encoding.UTF8.GetBytes(body));

    /// <summary>Puts a message of a type into a queue, in the bus's envelope.</summary>
    public Task SendAsync(string queue, Guid messageId, string type, string content)
        => SendAsync(queue, $$"""{"messageId":"{{messageId}}","messageType":["urn:message:{{type}}"],"sentTime":"2026-01-02T03:04:05Z","message":{{content}}}""", messageId: messageId);

    /// <summary>How many messages a queue holds; none where it is not there.</summary>
    public static async Task<long> CountAsync(string queue) => await Broker.FromEnvironment().CountAsync(queue) ?? 0;

    /// <summary>Removes queues, with what other tests left in them.</summary>
    public async Task DeleteAsync(params string[] queues)
    {
        foreach (var queue in queues)
            await _channel.QueueDeleteAsync(queue);
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
