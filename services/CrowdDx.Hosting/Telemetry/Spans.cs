using System.Diagnostics;
using CrowdDx.Data.Messaging;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrowdDx.Hosting.Telemetry;

/// <summary>Spans of our own.</summary>
internal static class Spans
{
    /// <summary>Name of their source.</summary>
    public const string SourceName = "CrowdDx";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The publication of an outbox row goes on with the trace in which the row was written, in whichever process it is; null where that is not traced.</summary>
    public static Activity? Publish(OutboxMessage row)
        => ActivityContext.TryParse(row.TraceParent, traceState: null, isRemote: true, out var parent)
            ? Source.StartActivity("outbox", ActivityKind.Internal, parent)
            : null;

    /// <summary>A statement that has ended, told afterwards.</summary>
    public static void Statement(string system, CommandEndEventData data, Exception? failure = null)
    {
        using var span = Source.StartActivity("database", ActivityKind.Client, default(ActivityContext), startTime: data.StartTime);
        if (span is null)
            return;
        span.SetTag("db.system.name", system).SetTag("db.operation.name", data.CommandSource.ToString()).SetTag("error.type", failure?.GetType().FullName);
        span.SetEndTime((data.StartTime + data.Duration).UtcDateTime);
        if (failure is not null)
            span.SetStatus(ActivityStatusCode.Error);
    }
}
