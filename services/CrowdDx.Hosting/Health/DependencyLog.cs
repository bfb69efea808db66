using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace CrowdDx.Hosting.Health;

/// <summary>Logs once when something that the process depends on is lost, and once when it is back, however many attempts fail in between.</summary>
internal sealed partial class DependencyLog(TimeProvider clock, ILogger<DependencyLog> logger) : IHealthCheckPublisher
{
    /// <summary>How often what the process depends on is looked at.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, DateTimeOffset> _lost = new(StringComparer.Ordinal);

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var (name, entry) in report.Entries)
        {
            if (entry.Status != HealthStatus.Unhealthy && _lost.Remove(name, out var since))
                Back(name, (int)(clock.GetUtcNow() - since).TotalSeconds);
            else if (entry.Status == HealthStatus.Unhealthy && _lost.TryAdd(name, clock.GetUtcNow()))
                Lost(name, entry.Description ?? "It does not answer.");
        }
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "Lost: {Dependency}. {Reason}")]
    private partial void Lost(string dependency, string reason);

    [LoggerMessage(LogLevel.Warning, "Back: {Dependency}, after {Seconds} s.")]
    private partial void Back(string dependency, int seconds);
}
