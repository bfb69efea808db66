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
                transport.Publish(message, topology => ((IRabbitMqMessagePublishTopologyConfigurator)topology).BindQueue(endpoint, endpoint, queue => queue.SetQueueArgument("x-queue-type", "quorum")));
            transport.ConfigureConsuming(context);
            transport.ConfigureEndpoints(context);
        });

    /// <summary>Endpoints that outlive their process are replicated; those of open connections go with them.</summary>
    public static void AddQuorumQueues(this IBusRegistrationConfigurator bus)
        => bus.AddConfigureEndpointsCallback((context, name, endpoint) =>
        {
            if (endpoint is IRabbitMqReceiveEndpointConfigurator queue && context.GetRequiredService<Subscriptions>().HasInbox(name))
                queue.SetQuorumQueue();
        });
}
