using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;

namespace CrowdDx.Hosting.Telemetry;

/// <summary>Sends traces, measures and logs to a collector, where one is named.</summary>
internal static class TelemetryRegistration
{
    // ASP.NET Core describes requests as OpenTelemetry does, if asked.
    private const string RequestsUndescribed = "Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData";

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddMetrics();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsCheck>();
        services.AddOptions<TelemetryOptions>().BindConfiguration("Telemetry").ValidateDataAnnotations().ValidateOnStart();
        if (string.IsNullOrEmpty(builder.Configuration["Telemetry:OtlpEndpoint"]))
            return;
        AppContext.SetSwitch(RequestsUndescribed, isEnabled: false);
        services.AddHostedService<TelemetryExport>();
        builder.Logging.AddOpenTelemetry(logs => logs.IncludeFormattedMessage = true);
        services.AddOptions<OpenTelemetryLoggerOptions>().Configure<IOptions<TelemetryOptions>>((logs, options) => logs
            .SetResourceBuilder(TelemetryExport.Resource(builder.Environment))
            .AddOtlpExporter(otlp => SendTo(otlp, options.Value, "logs")));
    }

    /// <summary>Names the collector's address for a kind of signal.</summary>
    public static void SendTo(OtlpExporterOptions otlp, TelemetryOptions options, string signal)
        => (otlp.Protocol, otlp.Endpoint) = (OtlpExportProtocol.HttpProtobuf, options.For(signal));
}
