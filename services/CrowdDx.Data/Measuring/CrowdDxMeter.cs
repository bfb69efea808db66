using System.Diagnostics.Metrics;

namespace CrowdDx.Data.Measuring;

/// <summary>What the service measures of itself: instruments named <c>crowddx.*</c>, on one meter. Their tags name kinds of things, never one of them.</summary>
public static class CrowdDxMeter
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "CrowdDx";

    // From what a person does not notice to what an author waits for over days.
    private static readonly double[] Seconds =
        [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3_600, 14_400, 86_400, 604_800];

    /// <summary>A histogram of durations, in seconds.</summary>
    public static Histogram<double> CreateDuration(this IMeterFactory meters, string name, string description)
        => meters.Create(Name).CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
}
