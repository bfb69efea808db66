using System.Collections.Concurrent;
using System.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrowdDx.Testing.Telemetry;

/// <summary>A span as it was received.</summary>
/// <param name="Service">Name of the process that made it.</param>
/// <param name="Scope">Its source.</param>
/// <param name="Name">What it is called.</param>
/// <param name="TraceId">The trace.</param>
/// <param name="Id">Its id within the trace.</param>
/// <param name="ParentId">The span within which it happened; empty for the first.</param>
public sealed record ReceivedSpan(string Service, string Scope, string Name, string TraceId, string Id, string ParentId);

/// <summary>A collector of OTLP over HTTP: it keeps what is sent to it, byte for byte.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> _received = new();

    private Collector(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>Everything that was sent, as text as far as it is.</summary>
    public IEnumerable<string> Texts => _received.Select(sent => Encoding.UTF8.GetString(sent.Body));

    public IReadOnlyList<ReceivedSpan> Spans
        =>
        [
            .. from resource in Requests("traces").SelectMany(request => request.Messages(1))
               let service = resource.Messages(1).SelectMany(r => r.Messages(1)).First(attribute => attribute.Text(1) == "service.name").Messages(2).First().Text(1)
               from scope in resource.Messages(2)
               from span in scope.Messages(2)
               select new ReceivedSpan(service, scope.Messages(1).First().Text(1), span.Text(5), span.Hex(1), span.Hex(2), span.Hex(4)),
        ];

    /// <summary>Names of the instruments of which there are values.</summary>
    public IReadOnlySet<string> Instruments
        => Requests("metrics").SelectMany(request => request.Messages(1)).SelectMany(resource => resource.Messages(2)).SelectMany(scope => scope.Messages(2))
            .Select(metric => metric.Text(1)).ToHashSet(StringComparer.Ordinal);

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector._app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            collector._received.Enqueue((signal, body.ToArray()));
            return Results.Bytes([], "application/x-protobuf");
        });
        await collector._app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IEnumerable<ProtobufMessage> Requests(string signal) => _received.Where(sent => sent.Signal == signal).Select(sent => new ProtobufMessage(sent.Body));
}
