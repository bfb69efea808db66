using System.Diagnostics;
using System.Globalization;
using System.Net.ServerSentEvents;

namespace CrowdDx.Benchmarks.Events;

/// <summary>Viewers that read server-sent events, each on a connection of its own, and note when each version came.</summary>
internal sealed class Audience : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly int _viewers;
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _reading = [];
    private readonly Lock _lock = new();
    private TaskCompletionSource<IReadOnlyList<long>> _all = new();
    private List<long> _arrivals = [];
    private int _awaited = int.MaxValue;

    private Audience(int viewers, Uri address)
    {
        _viewers = viewers;
        _http = new(new SocketsHttpHandler()) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Text of the event that came last to the first viewer.</summary>
    public string LastPayload { get; private set; } = "";

    public static async Task<Audience> OpenAsync(int viewers, Func<HttpRequestMessage> request, Uri address)
    {
        var audience = new Audience(viewers, address);
        var opened = new Stream[viewers];
        await Parallel.ForAsync(0, viewers, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            using var asking = request();
            var response = await audience._http.SendAsync(asking, HttpCompletionOption.ResponseHeadersRead, audience._end.Token);
            opened[i] = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(audience._end.Token);
        });
        audience._reading.AddRange(opened.Select((stream, i) => audience.ReadAsync(stream, isFirst: i == 0)));
        return audience;
    }

    /// <summary>When each viewer had that version, as timestamps, once all have.</summary>
    public Task<IReadOnlyList<long>> ArrivalsAsync(int version)
    {
        lock (_lock)
        {
            (_awaited, _arrivals, _all) = (version, new(_viewers), new(TaskCreationOptions.RunContinuationsAsynchronously));
            return _all.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_reading);
        _http.Dispose();
        _end.Dispose();
    }

    private async Task ReadAsync(Stream stream, bool isFirst)
    {
        try
        {
            // The payload's text is made for one viewer only: the others are there to be served, not to burn the machine's time.
            var parser = SseParser.Create(stream, (_, data) => isFirst ? System.Text.Encoding.UTF8.GetString(data) : "");
            await foreach (var item in parser.EnumerateAsync(_end.Token))
            {
                if (parser.LastEventId.Split('.') is not [var text, _] || !int.TryParse(text, CultureInfo.InvariantCulture, out var version))
                    continue;
                if (isFirst)
                    LastPayload = item.Data;
                Arrived(version);
            }
        }
        catch (Exception exception) when (_end.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            // The audience has left.
        }
    }

    private void Arrived(int version)
    {
        var now = Stopwatch.GetTimestamp();
        lock (_lock)
        {
            if (version != _awaited)
                return;
            _arrivals.Add(now);
            if (_arrivals.Count == _viewers)
                _all.TrySetResult(_arrivals);
        }
    }
}
