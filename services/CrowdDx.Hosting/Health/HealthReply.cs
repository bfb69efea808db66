using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrowdDx.Hosting.Health;

/// <summary>
/// What <c>/health/ready</c> says: the state of each thing that the process depends on, and a sentence of ours where it is not well. Anybody may ask, so it has neither
/// an address nor a number: how many messages wait would tell the blind that somebody answers.
/// </summary>
/// <param name="Status"><c>ready</c>, <c>degraded</c> (ready, and something wants attention) or <c>unavailable</c>.</param>
/// <param name="Dependencies">By name: <c>database</c>, <c>migrations</c>, <c>broker</c> (<c>bus</c> without one), <c>outbox</c>.</param>
internal sealed record HealthReply(string Status, IReadOnlyDictionary<string, DependencyReply> Dependencies)
{
    private const string NoAnswer = "It could not be asked.";

    /// <summary>Writes the report of the checks.</summary>
    public static Task WriteAsync(HttpContext http, HealthReport report)
        => new HealthReply(
            NameOf(report.Status),
            report.Entries.ToDictionary(
                entry => entry.Key,
                // What an exception says is for the log.
                entry => new DependencyReply(NameOf(entry.Value.Status), entry.Value.Status == HealthStatus.Healthy ? null : entry.Value.Exception is null ? entry.Value.Description : NoAnswer),
                StringComparer.Ordinal)).WriteAsync(http);

    /// <summary>Writes the reply as JSON; the status of the response is the caller's.</summary>
    public Task WriteAsync(HttpContext http) => http.Response.WriteAsJsonAsync(this, JsonSerializerOptions.Web, http.RequestAborted);

    private static string NameOf(HealthStatus status)
        => status switch
        {
            HealthStatus.Healthy => "ready",
            HealthStatus.Degraded => "degraded",
            HealthStatus.Unhealthy => "unavailable",
        };
}

/// <summary>The state of one dependency.</summary>
/// <param name="Status">As of the whole.</param>
/// <param name="Reason">What is wrong, where something is.</param>
internal sealed record DependencyReply(string Status, string? Reason);
