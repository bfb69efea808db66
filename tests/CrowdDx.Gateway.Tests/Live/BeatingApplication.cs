using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Live;

/// <summary>An application whose streams beat often, so that a test need not wait to see that nothing comes.</summary>
public sealed class BeatingApplication : IDisposable
{
    public const int MostStreams = 8;

    public CrowdDxApplication App { get; } = new CrowdDxApplication().With("Live:Heartbeat", "00:00:00.1").With("Live:StreamsPerAccount", $"{MostStreams}");

    public void Dispose() => App.Dispose();
}
