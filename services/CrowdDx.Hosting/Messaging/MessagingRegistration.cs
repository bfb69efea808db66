using CrowdDx.Hosting.Database;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

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

    // All that is wrong is said at once, so that nobody has to start five times to learn it.
    private static void RefuseImpossible(IConfiguration configuration)
    {
        var failures = new List<string>();
        var embedded = HostingOptions.Of(configuration).Embedded;
        var transport = Read(configuration, "Messaging:Transport", MessageTransport.InMemory, failures);
        var provider = Read(configuration, "Database:Provider", DatabaseProvider.Sqlite, failures);
        if (transport == MessageTransport.RabbitMq)
            failures.Add($"Messaging:Transport is {transport}; this build has InMemory only.");
        if (!embedded && transport == MessageTransport.InMemory)
            failures.Add("Hosting:Embedded is false and Messaging:Transport is InMemory: no worker could hear this process. Set Messaging:Transport to RabbitMq.");
        if (!embedded && provider == DatabaseProvider.Sqlite)
            failures.Add("Hosting:Embedded is false and Database:Provider is Sqlite: a file serves one process. Set Database:Provider to SqlServer or PostgreSql.");
        if (failures.Count > 0)
            throw new OptionsValidationException("Hosting", typeof(HostingOptions), failures);
    }

    private static TEnum? Read<TEnum>(IConfiguration configuration, string key, TEnum byDefault, List<string> failures) where TEnum : struct, Enum
    {
        if (configuration[key] is not { } text)
            return byDefault;
        if (Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value))
            return value;
        failures.Add($"{key} is {text}; it may be {string.Join(", ", Enum.GetNames<TEnum>())}.");
        return null;
    }
}
