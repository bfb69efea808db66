using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CrowdDx.Hosting.Telemetry;

/// <summary>Where traces, measures and logs are sent. Configuration section <c>Telemetry</c>. They hold ids and durations, never what people wrote.</summary>
public sealed class TelemetryOptions
{
    /// <summary>A collector that speaks OTLP over HTTP (OpenTelemetry Protocol, protobuf), such as <c>http://localhost:4318</c>.</summary>
    /// <value>Default: none; nothing is sent.</value>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>The share of requests that are traced, 0 to 1. A trace that has begun is followed through every process.</summary>
    /// <value>Default: 1.</value>
    [Range(0.0, 1.0)]
    public double SampleRatio { get; init; } = 1;

    /// <summary>How often measures are sent.</summary>
    /// <value>Default: 1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MetricInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The collector's address for one kind of signal.</summary>
    internal Uri For(string signal) => new($"{OtlpEndpoint!.ToString().TrimEnd('/')}/v1/{signal}");
}

/// <summary>Refuses, at start, a collector that is none.</summary>
internal sealed class TelemetryOptionsCheck : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
        => options.OtlpEndpoint is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Telemetry:OtlpEndpoint is {options.OtlpEndpoint}. It looks like http://localhost:4318.");
}
