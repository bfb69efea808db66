using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.ServerSentEvents;
using System.Threading.Channels;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrowdDx.Benchmarks.Events;

/// <summary>An endpoint that does nothing but write what is put into each viewer's channel.</summary>
internal sealed class BareEvents : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<Channel<SseItem<string>>, bool> _viewers = new();

    private BareEvents()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapGet("/events", Events);
    }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<BareEvents> StartAsync()
    {
        var bare = new BareEvents();
        await bare._app.StartAsync();
        return bare;
    }

    public async Task WaitForViewersAsync(int count)
    {
        while (_viewers.Count < count)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
    }

    public void Publish(int version, string payload)
    {
        var item = new SseItem<string>(payload, "state") { EventId = string.Create(CultureInfo.InvariantCulture, $"{version}.1") };
        foreach (var viewer in _viewers.Keys)
            viewer.Writer.TryWrite(item);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private ServerSentEventsResult<string> Events(CancellationToken cancellationToken)
    {
        var viewer = Channel.CreateUnbounded<SseItem<string>>();
        viewer.Writer.TryWrite(new("{}", "state") { EventId = "0.1" });
        _viewers[viewer] = true;
        cancellationToken.Register(() => _viewers.TryRemove(viewer, out _));
        return TypedResults.ServerSentEvents(viewer.Reader.ReadAllAsync(cancellationToken));
    }
}
