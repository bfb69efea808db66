using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace CrowdDx.Hosting.Messaging;

/// <summary>The broker without the bus, for what an operator asks of it.</summary>
internal static class Amqp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A connection that lasts no longer than the question.</summary>
    /// <param name="options">Where the broker is.</param>
    /// <param name="purpose">What the broker shows it as.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<IConnection> ConnectAsync(RabbitMqOptions options, string purpose, CancellationToken cancellationToken)
        => new ConnectionFactory
        {
            HostName = options.Host,
            Port = options.Port,
            VirtualHost = options.VirtualHost,
            UserName = options.Username!,
            Password = options.Password!,
            Ssl = new() { Enabled = options.UseTls, ServerName = options.Host },
            ClientProvidedName = $"crowddx {purpose}",
            RequestedConnectionTimeout = Patience,
            ContinuationTimeout = Patience,
            AutomaticRecoveryEnabled = false,
        }.CreateConnectionAsync(cancellationToken);

    /// <summary>Whether the broker could not be reached, or went away.</summary>
    public static bool IsBrokerAway(this Exception exception)
        => exception is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or IOException or TimeoutException;
}
