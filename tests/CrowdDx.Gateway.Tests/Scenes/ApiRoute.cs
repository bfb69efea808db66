using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Scenes;

/// <summary>A route of the OpenAPI document.</summary>
public sealed record ApiRoute(string Method, string Path, bool TakesBody)
{
    private const string Root = "/api/v1";

    public string Name => $"{Method} {Path[Root.Length..]}";

    public bool Writes => Method != "GET";

    /// <summary>Every route of the document.</summary>
    public static async Task<IReadOnlyList<ApiRoute>> ReadAllAsync(CrowdDxApplication app)
    {
        using var anonymous = app.Anonymous();
        var document = await anonymous.GetAsync("/openapi/v1.json").ReadAsync(HttpStatusCode.OK);
        return [.. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()
            .Select(operation => new ApiRoute(operation.Key.ToUpperInvariant(), path.Key, operation.Value!["requestBody"] is not null)))];
    }

    /// <summary>The path with its parameters filled in.</summary>
    public string Fill(Func<string, object> valueOf)
        => string.Join('/', Path.Split('/').Select(part => part.StartsWith('{') ? valueOf(part.Trim('{', '}'))!.ToString() : part));
}
