using System.Net;
using System.Text.Json;

namespace CrowdDx.Cli.Service;

/// <summary>What to ask of the service.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Below <c>/api/v1/</c>, without a leading slash.</param>
/// <param name="Key">API key of the account that asks.</param>
internal sealed record ServiceRequest(HttpMethod Method, string Path, string Key)
{
    /// <summary>Written as JSON.</summary>
    public object? Body { get; init; }

    /// <summary>Makes a POST safe to repeat.</summary>
    public string? IdempotencyKey { get; init; }
}

/// <summary>What the service said, a refusal included.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Value">The body of a success.</param>
/// <param name="Problem">The body of a refusal.</param>
/// <param name="Attempts">How often the request was sent; after the first an earlier one may have had its effect.</param>
internal sealed record ServiceReply<T>(HttpStatusCode Status, T? Value, ServiceProblem? Problem, int Attempts) where T : class
{
    /// <summary>The body of a success.</summary>
    /// <param name="doing">What was being done, for the message.</param>
    /// <exception cref="ServiceException">The service refused.</exception>
    public T OrThrow(string doing) => Problem is null && Value is not null ? Value : throw new ServiceException($"{doing}: {Refusal}");

    /// <summary>The refusal in a line; empty for a success.</summary>
    public string Refusal => Problem?.Say(Status) ?? (Value is null ? $"{(int)Status}, without a readable body." : "");
}

/// <summary>RFC 9457 problem details.</summary>
internal sealed record ServiceProblem(string? Type, string? Title, string? Detail, JsonElement? Errors)
{
    /// <summary>All of it in one line.</summary>
    public string Say(HttpStatusCode status)
    {
        var fields = Errors is { ValueKind: JsonValueKind.Object } errors
            ? errors.EnumerateObject().Select(field => $"{field.Name}: {string.Join(' ', Remedies(field.Value))}")
            : [];
        var parts = new[] { Title ?? status.ToString(), Detail }.Concat(fields).Where(part => !string.IsNullOrWhiteSpace(part));
        return $"{(int)status} {string.Join(' ', parts)}";
    }

    private static IEnumerable<string> Remedies(JsonElement field) =>
        field.ValueKind == JsonValueKind.Array ? field.EnumerateArray().Select(remedy => remedy.ToString()) : [field.ToString()];
}

/// <summary>The service refused something that the command cannot do without, or cannot be reached. The command ends with exit code 1.</summary>
internal sealed class ServiceException(string message, Exception? inner = null) : Exception(message, inner);
