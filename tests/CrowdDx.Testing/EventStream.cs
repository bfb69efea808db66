using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

using Xunit;

namespace CrowdDx.Testing;

/// <summary>One server-sent event.</summary>
public sealed record ServerEvent(string Type, string? Id, string Data)
{
    public bool IsState => Type == "state";

    public JsonNode Json => JsonNode.Parse(Data)!;

    /// <summary>The board that the state carries; null for the blind.</summary>
    public JsonNode? Board => Json["differential"];
}

/// <summary>An open stream of a case's events, read in the background as a browser would.</summary>
public sealed class EventStream : IAsyncDisposable
{
    private readonly Channel<ServerEvent> _events = Channel.CreateUnbounded<ServerEvent>();
    private readonly StringBuilder _received = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpResponseMessage _response;
    private readonly Task _reading;

    private EventStream(HttpResponseMessage response)
    {
        _response = response;
        _reading = ReadAsync();
    }

    /// <summary>Every line received so far.</summary>
    public string Received
    {
        get
        {
            lock (_received)
                return _received.ToString();
        }
    }

    /// <summary>Opens a stream; fails with the body where it is refused.</summary>
    public static async Task<EventStream> OpenAsync(Person person, Guid caseId, string? lastEventId = null)
    {
        var response = await AskAsync(person, caseId, lastEventId);
        if (response.StatusCode != HttpStatusCode.OK)
            Assert.Fail($"The stream was refused with {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new(response);
    }

    /// <summary>Asks for a stream and gives the response as it comes.</summary>
    public static Task<HttpResponseMessage> AskAsync(Person person, Guid caseId, string? lastEventId = null, CancellationToken cancellationToken = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/cases/{caseId}/events");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        return person.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <summary>The next event, heartbeats too.</summary>
    public async Task<ServerEvent> NextAsync(string what)
    {
        using var deadline = new CancellationTokenSource(Eventually.Deadline);
        try
        {
            return await _events.Reader.ReadAsync(deadline.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ChannelClosedException)
        {
            Assert.Fail($"Waited for {what}; the stream {(_reading.IsCompleted ? "ended" : "is open")} and gave:\n{Received}");
            throw;
        }
    }

    /// <summary>The next state that fulfils a condition.</summary>
    public async Task<ServerEvent> NextStateAsync(string what, Func<ServerEvent, bool>? condition = null)
    {
        while (true)
        {
            if (await NextAsync(what) is { IsState: true } state && condition?.Invoke(state) != false)
                return state;
        }
    }

    /// <summary>The next heartbeats, and every state that came before the last of them.</summary>
    public async Task<IReadOnlyList<ServerEvent>> StatesUntilHeartbeatsAsync(int heartbeats)
    {
        var states = new List<ServerEvent>();
        while (heartbeats > 0)
        {
            var next = await NextAsync("a heartbeat");
            if (next.IsState)
                states.Add(next);
            else
                heartbeats--;
        }
        return states;
    }

    /// <summary>Waits until the server ends the stream.</summary>
    public Task EndedAsync() => Eventually.HoldsAsync(() => Task.FromResult(_reading.IsCompleted), $"the end of the stream, which gave {Received}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _response.Dispose();
        await _reading;
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            await using var body = await _response.Content.ReadAsStreamAsync(_stop.Token);
            using var reader = new StreamReader(body, Encoding.UTF8);
            var (type, id, data) = ("message", (string?)null, new StringBuilder());
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                lock (_received)
                    _received.Append(line).Append('\n');
                if (line.Length == 0)
                {
                    _events.Writer.TryWrite(new(type, id, data.ToString()));
                    (type, id, data) = ("message", null, new StringBuilder());
                    continue;
                }
                var (field, value) = line.Split(": ", 2) is [var f, var v] ? (f, v) : (line, "");
                if (field == "event")
                    type = value;
                else if (field == "id")
                    id = value;
                else if (field == "data")
                    data.Append(value);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The test closed the stream.
        }
        finally
        {
            _events.Writer.TryComplete();
        }
    }
}
