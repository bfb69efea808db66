using MassTransit;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

using CrowdDx.Hosting.Database;

namespace CrowdDx.Hosting.Messaging;

/// <summary>Registers the bus with its outbox relay and inbox.</summary>
public static class MessagingRegistration
{
    private static readonly TimeSpan[] RetryPauses =
    [
        TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5),
    ];

    /// <summary>Adds the bus on the configured transport. Called once; libraries add their consumers through <paramref name="addConsumers"/>.</summary>
    public static IHostApplicationBuilder AddMessaging(this IHostApplicationBuilder builder, Action<IBusRegistrationConfigurator> addConsumers)
    {
        RefuseImpossible(builder.Configuration);
        var services = builder.Services;
        services.AddOptions<MessagingOptions>().BindConfiguration("Messaging").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<MassTransitHostOptions>().Configure(host => host.WaitUntilStarted = true);
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetKebabCaseEndpointNameFormatter();
            addConsumers(bus);
            bus.UsingInMemory((context, transport) =>
            {
                // Before the filter, so that each attempt has a context of its own.
                transport.UseMessageRetry(retry => retry.Intervals(RetryPauses));
                transport.UseConsumeFilter(typeof(InboxFilter<>), context);
                transport.ConfigureEndpoints(context);
            });
        });
        services.AddSingleton(new Subscriptions(services));
        services.AddSingleton<InFlight>();
        services.AddHostedService<OutboxRelay>();
        services.AddHostedService<InboxRetention>();
        return builder;
    }

    private static void RefuseImpossible(IConfiguration configuration)
    {
        var embedded = HostingOptions.Of(configuration).Embedded;
        var transport = configuration.GetValue("Messaging:Transport", MessageTransport.InMemory);
        var provider = configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite);
        if (transport != MessageTransport.InMemory)
            throw Refuse($"Messaging:Transport is {transport}; this build has InMemory only.");
        if (!embedded && transport == MessageTransport.InMemory)
            throw Refuse("Hosting:Embedded is false and Messaging:Transport is InMemory: no worker could hear this process. Set Messaging:Transport to RabbitMq.");
        if (!embedded && provider == DatabaseProvider.Sqlite)
            throw Refuse("Hosting:Embedded is false and Database:Provider is Sqlite: a file serves one process. Set Database:Provider to SqlServer or PostgreSql.");
    }

    private static OptionsValidationException Refuse(string why) => new("Hosting", typeof(HostingOptions), [why]);
}
