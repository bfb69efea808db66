using System.Diagnostics.Metrics;
using CrowdDx.Data.Measuring;

namespace CrowdDx.Hosting.Messaging;

/// <summary>How long messages wait, in the outbox and in queues.</summary>
internal sealed class MessagingMeasures
{
    private readonly TimeProvider _clock;
    private readonly Histogram<double> _queueAge;

    public MessagingMeasures(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        _queueAge = meters.CreateDuration("crowddx.queue.age", "From a message's publication until an endpoint begins to consume it.");
        var meter = meters.Create(CrowdDxMeter.Name);
        meter.CreateObservableGauge("crowddx.outbox.lag", () => Outbox.Lag.TotalSeconds, "s", "How long the oldest message has waited in the outbox.");
        meter.CreateObservableGauge("crowddx.outbox.messages", () => Outbox.Messages, "{message}", "Messages in the outbox.");
    }

    /// <summary>The outbox as it was last looked at.</summary>
    public (long Messages, TimeSpan Lag) Outbox { get; set; }

    /// <summary>An endpoint begins to consume a message.</summary>
    public void Begun(string endpoint, DateTime? sentAt)
    {
        if (sentAt is { } sent)
            _queueAge.Record((_clock.GetUtcNow().UtcDateTime - sent).TotalSeconds, new KeyValuePair<string, object?>("endpoint", endpoint));
    }
}
