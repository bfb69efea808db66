using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrowdDx.Hosting.Messaging;

/// <summary>
/// The bus on RabbitMQ: quorum queues, publisher confirms, and the queues of all processes declared before the first message goes out, so that none is
/// published to nobody because its consumer has not started yet.
/// </summary>
internal static class RabbitMqTransport
{
    // From version 4 on a broker drops a message that came back twenty times, as it does where processes are killed, or an operator looks at what failed.
    private static readonly (string Key, object Value)[] QuorumQueue = [("x-queue-type", "quorum"), ("x-delivery-limit", 100_000)];

    public static void UseRabbitMq(this IBusRegistrationConfigurator bus)
        => bus.UsingRabbitMq((context, transport) =>
        {
            var options = context.GetRequiredService<IOptions<RabbitMqOptions>>().Value;
            var subscriptions = context.GetRequiredService<Subscriptions>();
            transport.Host(options.Host, (ushort)options.Port, options.VirtualHost, host =>
            {
                host.Username(options.Username!);
                host.Password(options.Password!);
                host.PublisherConfirmation = true;
                if (options.UseTls)
                    host.UseSsl(tls => tls.ServerName = options.Host);
            });
            transport.PrefetchCount = options.Prefetch;
            transport.ConcurrentMessageLimit = options.Concurrency;
            transport.DeployPublishTopology = true;
            foreach (var (message, endpoint) in subscriptions.Elsewhere)
                transport.Publish(message, topology => ((IRabbitMqMessagePublishTopologyConfigurator)topology).BindQueue(endpoint, endpoint, queue => Set(queue.SetQueueArgument)));
            transport.ConfigureJsonSerializerOptions(json =>
            {
                // A message without what every version of its type has is none that this version can act on.
                json.RespectRequiredConstructorParameters = true;
                return json;
            });
            transport.ConfigureEndpoints(context);
        });

    /// <summary>Endpoints that outlive their process are replicated; those of open connections go with them.</summary>
    public static void AddQuorumQueues(this IBusRegistrationConfigurator bus)
        => bus.AddConfigureEndpointsCallback((context, name, endpoint) =>
        {
            if (endpoint is IRabbitMqReceiveEndpointConfigurator queue && context.GetRequiredService<Subscriptions>().HasInbox(name))
                Set(queue.SetQueueArgument);
        });

    private static void Set(Action<string, object> argument)
    {
        foreach (var (key, value) in QuorumQueue)
            argument(key, value);
    }
}
