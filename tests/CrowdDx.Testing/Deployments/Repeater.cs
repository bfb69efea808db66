using System.Collections.Concurrent;

using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace CrowdDx.Testing.Deployments;

/// <summary>
/// Stands between the exchanges of endpoints and their queues, as the worst of brokers: each message comes one to five times, shuffled among all that came
/// within the same moment.
/// </summary>
public sealed class Repeater : IAsyncDisposable
{
    private const int MostCopies = 5;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly IReadOnlyList<string> _endpoints;
    private readonly Random _chance;
    private readonly ConcurrentQueue<Held> _held = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;

    private Repeater(IConnection connection, IChannel channel, IReadOnlyList<string> endpoints, int seed)
        => (_connection, _channel, _endpoints, _chance) = (connection, channel, endpoints, new(seed));

    /// <summary>How many messages came by.</summary>
    public int Messages { get; private set; }

    /// <summary>How many it made of them.</summary>
    public int Copies { get; private set; }

    /// <summary>Puts itself before the queues of endpoints.</summary>
    public static async Task<Repeater> StartAsync(Uri broker, IReadOnlyList<string> endpoints, int seed)
    {
        var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        var repeater = new Repeater(connection, channel, endpoints, seed);
        foreach (var endpoint in endpoints)
            await repeater.StandBeforeAsync(endpoint);
        await repeater.CutOffAsync();
        repeater._work = repeater.RepeatAsync();
        return repeater;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
        _stop.Dispose();
    }

    private async Task StandBeforeAsync(string endpoint)
    {
        var queue = $"before-{endpoint}";
        await _channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
        await _channel.QueueBindAsync(queue, endpoint, routingKey: "");
        var consumer = new AsyncEventingBasicConsumer(_channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            _held.Enqueue(new(endpoint, new BasicProperties(message.BasicProperties), message.Body.ToArray(), message.DeliveryTag));
            return Task.CompletedTask;
        };
        await _channel.BasicConsumeAsync(queue, autoAck: false, consumer);
    }

    /// <summary>Hosts bind queues again as they first publish a type of message; so does this cut them off again and again.</summary>
    private async Task CutOffAsync()
    {
        foreach (var endpoint in _endpoints)
            await _channel.QueueUnbindAsync(endpoint, endpoint, routingKey: "");
    }

    private async Task RepeatAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(Moment, TimeProvider.System);
            await CutOffAsync();
            var moment = new List<Held>();
            while (_held.TryDequeue(out var one))
                moment.Add(one);
            var copies = moment.SelectMany(one => Enumerable.Repeat(one, _chance.Next(1, MostCopies + 1))).ToArray();
            _chance.Shuffle(copies);
            foreach (var copy in copies)
                await _channel.BasicPublishAsync("", copy.Endpoint, mandatory: true, copy.Properties, copy.Body);
            foreach (var one in moment)
                await _channel.BasicAckAsync(one.Tag, multiple: false);
            Messages += moment.Count;
            Copies += copies.Length;
        }
    }

    private sealed record Held(string Endpoint, BasicProperties Properties, ReadOnlyMemory<byte> Body, ulong Tag);
}
