using CrowdDx.Data.Storage;
using CrowdDx.Hosting.Messaging.Failures;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Hosting.Messaging;

/// <summary>How every endpoint consumes, on whichever transport: what failed is tried again, then kept in the endpoint's <c>_error</c> queue; the inbox drops repetitions.</summary>
internal static class Consuming
{
    // What is not the database's fault is rarely cured by waiting, and each message that waits takes one of the places that a broker fills in advance.
    private static readonly TimeSpan[] RetryPauses =
    [
        TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2),
    ];

    private const int DatabaseTries = 5_000;
    private static readonly TimeSpan DatabasePause = TimeSpan.FromSeconds(2);

    public static void AddConsuming(this IBusRegistrationConfigurator bus)
        => bus.AddConfigureEndpointsCallback((context, name, endpoint) => endpoint.Configure(context, context.GetRequiredService<Subscriptions>().HasInbox(name)));

    private static void Configure(this IReceiveEndpointConfigurator endpoint, IRegistrationContext context, bool hasInbox)
    {
        // Nobody hears of faults by message; what failed is in the queue, with the reason.
        endpoint.PublishFaults = false;
        if (hasInbox)
        {
            endpoint.ConfigureDeadLetter(skipped => skipped.UseFilter(new UnknownMessageFilter()));
        }
        else
        {
            endpoint.DiscardFaultedMessages();
            endpoint.DiscardSkippedMessages();
        }
        // A message is not to blame for a database that is away: it waits for hours, and goes back to its queue when the process stops.
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(ServerErrors.IsDatabaseAway);
            retry.Interval(DatabaseTries, DatabasePause);
        });
        endpoint.UseMessageRetry(retry =>
        {
            retry.Ignore<Exception>(ServerErrors.IsDatabaseAway);
            retry.Intervals(RetryPauses);
        });
        // Within the retries, so that a message between two attempts keeps no other from being worked on. The transport's own limit would.
        if (endpoint.ConcurrentMessageLimit is { } limit)
        {
            var prefetch = endpoint.PrefetchCount;
            (endpoint.PrefetchCount, endpoint.ConcurrentMessageLimit) = (prefetch, prefetch);
            endpoint.UseConcurrencyLimit(limit);
        }
        // Last, so that each attempt has a context of its own.
        endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
    }
}
