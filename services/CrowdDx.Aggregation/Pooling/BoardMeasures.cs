using System.Diagnostics.Metrics;

using CrowdDx.Data.Measuring;

namespace CrowdDx.Aggregation.Pooling;

/// <summary>How long authors wait for a first answer, and answers for their place on the board.</summary>
internal sealed class BoardMeasures(IMeterFactory meters, TimeProvider clock)
{
    private readonly Histogram<double> _firstAnswer = meters.CreateDuration("crowddx.answer.first", "From a case's posting to its first blind answer.");
    private readonly Histogram<double> _board = meters.CreateDuration("crowddx.board.latency", "From an answer to the version of the differential that pools it.");

    /// <summary>A version of a differential is durable.</summary>
    /// <param name="postedAt">When the case was posted.</param>
    /// <param name="before">When the version before was made; null for the first.</param>
    /// <param name="answers">What it pools.</param>
    public void Pooled(DateTimeOffset postedAt, DateTimeOffset? before, IReadOnlyList<ListedAnswer> answers)
    {
        // An erasure makes a version too, of answers that have long been on the board.
        var latest = answers.Count > 0 ? answers.Max(a => a.ReceivedAt) : default;
        if (latest > (before ?? default))
            _board.Record((clock.GetUtcNow() - latest).TotalSeconds);
        if (before is null && answers.Where(a => a.IsBlind).Select(a => (DateTimeOffset?)a.ReceivedAt).Min() is { } first)
            _firstAnswer.Record((first - postedAt).TotalSeconds);
    }
}
