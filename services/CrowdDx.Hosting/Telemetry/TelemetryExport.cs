using CrowdDx.Data.Measuring;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CrowdDx.Hosting.Telemetry;

/// <summary>Sends traces and measures from the host's start to its end, and what is left of them then.</summary>
internal sealed class TelemetryExport(IOptions<TelemetryOptions> options, IHostEnvironment environment) : IHostedService, IDisposable
{
    private TracerProvider? _traces;
    private MeterProvider? _measures;

    /// <summary>What tells this process from others.</summary>
    public static ResourceBuilder Resource(IHostEnvironment environment)
        => ResourceBuilder.CreateEmpty().AddService(
            environment.ApplicationName, serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString(3), serviceInstanceId: $"{Environment.MachineName}/{Environment.ProcessId}");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var to = options.Value;
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(Resource(environment))
            .SetSampler(new ParentBasedSampler(new RootSampler(to.SampleRatio)))
            .AddSource(Spans.SourceName, "Microsoft.AspNetCore", "MassTransit", "Npgsql")
            .AddProcessor<TextFreeSpans>()
            .AddOtlpExporter(otlp => TelemetryRegistration.SendTo(otlp, to, "traces"))
            .Build();
        _measures = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(Resource(environment))
            .AddMeter(CrowdDxMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime")
            .AddOtlpExporter((otlp, reader) =>
            {
                TelemetryRegistration.SendTo(otlp, to, "metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)to.MetricInterval.TotalMilliseconds;
            })
            .Build();
        return Task.CompletedTask;
    }

    // The host stops what started first last: what the others did as they stopped is still sent.
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _measures?.Dispose();
    }
}
