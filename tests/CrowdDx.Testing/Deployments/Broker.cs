using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace CrowdDx.Testing.Deployments;

/// <summary>The RabbitMQ under test, by the address in <c>CROWDDX_TEST_RABBITMQ</c> (<c>amqp://user:password@host:port</c>).</summary>
public sealed record Broker(Uri Address)
{
    public const string Variable = "CROWDDX_TEST_RABBITMQ";

    public static bool IsThere => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    public static Broker FromEnvironment() => new(new Uri(Environment.GetEnvironmentVariable(Variable)!));

    /// <summary>What waits in a queue; null where there is none of that name.</summary>
    public async Task<uint?> CountAsync(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = Address }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }

    /// <summary>Deletes the queues of endpoints, and those of what they gave up, with all that is in them.</summary>
    public async Task DeleteAsync(IEnumerable<string> endpoints)
    {
        await using var connection = await new ConnectionFactory { Uri = Address }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var endpoint in endpoints)
        {
            await channel.QueueDeleteAsync(endpoint);
            await channel.QueueDeleteAsync($"{endpoint}_error");
        }
    }

    /// <summary>What tells a host of ours where it is.</summary>
    public IEnumerable<string> Settings
    {
        get
        {
            var (user, password) = Address.UserInfo.Split(':', 2) is [var u, var p] ? (u, p) : throw new FormatException($"{Variable} has no password.");
            return
            [
                "Messaging:Transport=RabbitMq", $"Messaging:RabbitMq:Host={Address.Host}", $"Messaging:RabbitMq:Port={Address.Port}",
                $"Messaging:RabbitMq:Username={user}", $"Messaging:RabbitMq:Password={password}",
            ];
        }
    }
}
