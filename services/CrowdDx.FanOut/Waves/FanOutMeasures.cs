using System.Diagnostics.Metrics;

using CrowdDx.Data.Measuring;

namespace CrowdDx.FanOut.Waves;

/// <summary>How long experts wait for their invitations.</summary>
internal sealed class FanOutMeasures(IMeterFactory meters, TimeProvider clock)
{
    private readonly Histogram<double> _duration
        = meters.CreateDuration("crowddx.fanout.duration", "From a case's posting until a chunk of its invitations is stored; the slowest chunk is the case's own duration.");

    /// <summary>Invitations of a case are durable.</summary>
    public void Invited(DateTimeOffset postedAt) => _duration.Record((clock.GetUtcNow() - postedAt).TotalSeconds);
}
