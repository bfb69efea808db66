using System.Diagnostics;
using OpenTelemetry.Trace;

namespace CrowdDx.Hosting.Telemetry;

/// <summary>
/// Which traces begin: a share of the requests, but those for health, and of what consumers do. What the process looks up by itself, every few seconds, begins none.
/// </summary>
internal sealed class RootSampler(double ratio) : Sampler
{
    private readonly TraceIdRatioBasedSampler _share = new(ratio);

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
        => samplingParameters.Kind is ActivityKind.Client or ActivityKind.Producer || IsForHealth(samplingParameters.Tags)
            ? new(SamplingDecision.Drop)
            : _share.ShouldSample(samplingParameters);

    private static bool IsForHealth(IEnumerable<KeyValuePair<string, object?>>? tags)
        => tags?.Any(tag => tag.Key == "url.path" && tag.Value is string path && path.StartsWith("/health", StringComparison.Ordinal)) == true;
}
