using System.Diagnostics;

using CrowdDx.Benchmarks.Measuring;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace CrowdDx.Benchmarks.ManyProcesses;

/// <summary>What a fan-out costs with one message and one commit for each expert: a confirmed publish to a quorum queue, a consumer that inserts a row.</summary>
internal static class NaiveFanOut
{
    private const string Queue = "naive";
    private const int InFlight = 256;
    private const ushort AtOnce = 16;

    public static async Task<Samples> MeasureAsync(Site site, Guid network, int members)
    {
        await using var connection = await new ConnectionFactory { Uri = site.Broker, ConsumerDispatchConcurrency = AtOnce }.CreateConnectionAsync();
        await using var publishing = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await using var consuming = await connection.CreateChannelAsync();
        await publishing.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        var caseId = Guid.CreateVersion7();
        var experts = new List<Guid>(members);
        await using (var command = site.Database.CreateCommand("""SELECT "ExpertId" FROM "Memberships" WHERE "NetworkId" = @network"""))
        {
            command.Parameters.AddWithValue("network", network);
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                experts.Add(rows.GetGuid(0));
        }
        await ConsumeAsync(site, consuming, caseId, network);

        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(experts, new ParallelOptions { MaxDegreeOfParallelism = InFlight }, async (expert, _) =>
            await publishing.BasicPublishAsync("", Queue, mandatory: true, new BasicProperties { Persistent = true }, expert.ToByteArray(), CancellationToken.None));
        await site.CountsAsync(members, """SELECT COUNT(*) FROM "Invitations" WHERE "CaseId" = @case""", ("case", caseId));
        var times = new Samples();
        times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return times;
    }

    private static async Task ConsumeAsync(Site site, IChannel channel, Guid caseId, Guid network)
    {
        await channel.BasicQosAsync(0, InFlight, global: false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, message) =>
        {
            await site.ExecuteAsync(
                """INSERT INTO "Invitations" ("CaseId", "ExpertId", "NetworkId", "WaveNumber", "Reason", "InvitedAt") VALUES (@case, @expert, @network, 1, 0, 0)""",
                ("case", caseId), ("expert", new Guid(message.Body.Span)), ("network", network));
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
        };
        await channel.BasicConsumeAsync(Queue, autoAck: false, consumer);
    }
}
