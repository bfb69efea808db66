using CrowdDx.Data.Storage;
using MassTransit;

namespace CrowdDx.Hosting.Messaging;

/// <summary>How every endpoint consumes, on whichever transport: what failed is tried again, then kept in the endpoint's <c>_error</c> queue; the inbox drops repetitions.</summary>
internal static class Consuming
{
    private static readonly TimeSpan[] RetryPauses =
    [
        TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5),
    ];

    private const int DatabaseTries = 5_000;
    private static readonly TimeSpan DatabasePause = TimeSpan.FromSeconds(2);

    public static void ConfigureConsuming(this IBusFactoryConfigurator transport, IRegistrationContext context)
    {
        // A message is not to blame for a database that is away: it waits for hours, and goes back to its queue when the process stops.
        transport.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(ServerErrors.IsDatabaseAway);
            retry.Interval(DatabaseTries, DatabasePause);
        });
        transport.UseMessageRetry(retry =>
        {
            retry.Ignore<Exception>(ServerErrors.IsDatabaseAway);
            retry.Intervals(RetryPauses);
        });
        // Last, so that each attempt has a context of its own.
        transport.UseConsumeFilter(typeof(InboxFilter<>), context);
    }
}
