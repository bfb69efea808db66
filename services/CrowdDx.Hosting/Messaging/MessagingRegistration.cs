using CrowdDx.Hosting.Health;
using CrowdDx.Hosting.Messaging.Failures;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CrowdDx.Hosting.Messaging;

/// <summary>Registers the bus with its outbox relay and inbox.</summary>
public static class MessagingRegistration
{
    /// <summary>Adds the bus on the configured transport. Called once; libraries add their consumers through the two actions.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="addConsumers">Adds the consumers of this process.</param>
    /// <param name="addElsewhere">Adds those of the other processes, whose queues must be there before this one publishes.</param>
    public static IHostApplicationBuilder AddMessaging(
        this IHostApplicationBuilder builder, Action<IBusRegistrationConfigurator> addConsumers, Action<IBusRegistrationConfigurator>? addElsewhere = null)
    {
        var transport = MessagingSettings.Check(builder.Configuration, builder.Environment);
        var services = builder.Services;
        services.AddOptions<MessagingOptions>().BindConfiguration("Messaging").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<RabbitMqOptions>().BindConfiguration("Messaging:RabbitMq").ValidateDataAnnotations().ValidateOnStart();
        // In memory, what is published early reaches nobody; a broker may be away, and the host starts all the same.
        services.AddOptions<MassTransitHostOptions>().Configure(host => host.WaitUntilStarted = transport == MessageTransport.InMemory);
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetKebabCaseEndpointNameFormatter();
            addConsumers(bus);
            bus.AddConsuming();
            if (transport == MessageTransport.RabbitMq)
            {
                bus.AddQuorumQueues();
                bus.UseRabbitMq();
                return;
            }
            bus.UsingInMemory((context, memory) => memory.ConfigureEndpoints(context));
        });
        services.AddSingleton(new Subscriptions(services, new ServiceCollection().AddMassTransit(bus => addElsewhere?.Invoke(bus))));
        services.AddSingleton<InFlight>();
        services.AddSingleton<MessagingMeasures>();
        services.AddBusHealth(onBroker: transport == MessageTransport.RabbitMq);
        services.AddScoped<UnpublishableRows>().AddScoped<ReplayMessages>();
        if (transport == MessageTransport.RabbitMq)
            services.AddScoped<IFailedMessages, RabbitMqFailures>();
        else
            services.AddScoped<IFailedMessages, InMemoryFailures>();
        services.AddHostedService<OutboxRelay>();
        services.AddHostedService<InboxRetention>();
        return builder;
    }
}
