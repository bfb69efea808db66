using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrowdDx.Cli.Service;

/// <summary>
/// Speaks to a service's HTTP API as several accounts. It waits as long as a 429 or 503 asks (Retry-After, RFC 9110 §10.2.3), and sends again what a lost connection,
/// a timeout or a gateway in between left open. So whatever it sends must be safe to repeat, or look at <see cref="ServiceReply{T}.Attempts"/>.
/// </summary>
internal sealed class ServiceClient(HttpClient http, TimeProvider clock, Action<string>? note = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LeastAsked = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MostAsked = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan BetweenNotes = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WorthANote = TimeSpan.FromSeconds(2);

    private readonly Pauses _pauses = new(clock);
    private long _noted;

    /// <summary>How requests are written and replies are read.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Sends a request until there is an answer to it.</summary>
    /// <exception cref="ServiceException">The service could not be reached for a minute, or does not know the key.</exception>
    public async Task<ServiceReply<T>> SendAsync<T>(ServiceRequest request, CancellationToken cancellationToken)
        where T : class
    {
        var body = request.Body is null ? null : JsonSerializer.SerializeToUtf8Bytes(request.Body, request.Body.GetType(), Json);
        var backoff = new Backoff(clock, Patience);
        var start = clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            await _pauses.WaitAsync(request.Key, cancellationToken);
            try
            {
                using var message = Message(request, body);
                using var response = await http.SendAsync(message, cancellationToken);
                if (Asked(response) is { } pause && clock.GetElapsedTime(start) + pause < MostAsked)
                {
                    _pauses.Ask(request.Key, pause);
                    if (pause > WorthANote)
                        Note($"The service asks to wait {pause.TotalSeconds:N0} s.");
                }
                else if (!IsPassing(response.StatusCode) || !await backoff.WaitAsync(cancellationToken))
                {
                    return await ReadAsync<T>(response, attempt, cancellationToken);
                }
            }
            catch (Exception exception) when (IsPassing(exception, cancellationToken))
            {
                if (!await backoff.WaitAsync(cancellationToken))
                    throw new ServiceException($"{http.BaseAddress} cannot be reached: {exception.Message}", exception);
                if (attempt >= 5)
                    Note($"Trying again: {exception.Message}");
            }
        }
    }

    /// <summary>Tells the person why nothing moves, now and then.</summary>
    private void Note(string text)
    {
        var noted = Interlocked.Read(ref _noted);
        if ((noted == 0 || clock.GetElapsedTime(noted) > BetweenNotes) && Interlocked.CompareExchange(ref _noted, clock.GetTimestamp(), noted) == noted)
            note?.Invoke(text);
    }

    private static HttpRequestMessage Message(ServiceRequest request, byte[]? body)
    {
        var message = new HttpRequestMessage(request.Method, request.Path);
        message.Headers.Authorization = new("Bearer", request.Key);
        message.Headers.Accept.Add(new("application/json"));
        message.Headers.Accept.Add(new("application/problem+json"));
        if (request.IdempotencyKey is not null)
            message.Headers.Add("Idempotency-Key", request.IdempotencyKey);
        if (body is not null)
            message.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return message;
    }

    /// <summary>How long the service asks to wait before the same request is sent again.</summary>
    private TimeSpan? Asked(HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
            return null;
        var asked = response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - clock.GetUtcNow();
        return asked < LeastAsked ? LeastAsked : asked;
    }

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static bool IsPassing(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static async Task<ServiceReply<T>> ReadAsync<T>(HttpResponseMessage response, int attempt, CancellationToken cancellationToken)
        where T : class
    {
        var value = response.IsSuccessStatusCode ? await ReadBodyAsync<T>(response, cancellationToken) : null;
        var problem = response.IsSuccessStatusCode ? null : await ReadBodyAsync<ServiceProblem>(response, cancellationToken) ?? new(null, null, null, null);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
            throw new ServiceException($"{problem?.Say(response.StatusCode)} The service does not know the API key, or it has expired.");
        return new(response.StatusCode, value, problem, attempt);
    }

    private static async Task<T?> ReadBodyAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return null; // A page of a proxy, say; the status speaks for it.
        }
    }
}
