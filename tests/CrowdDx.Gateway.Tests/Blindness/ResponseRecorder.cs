using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Blindness;

/// <summary>
/// Records every response that a person can get by reading: all GET routes of the OpenAPI document with all their queries, so that a new route is in it
/// by itself, and one that takes what is not known here fails.
/// </summary>
internal sealed partial class ResponseRecorder(Person person, Guid caseId, Guid networkId)
{
    private static readonly string[] Beside = ["/health/live", "/health/ready", "/openapi/v1.json", "/swagger/index.html"];

    private static readonly string[] Typed = ["b", "bil", "Biliary microlithiasis", "hered", "sarc", "zz"];

    private static readonly string[] Tags = ["*", "\"0-Blind\"", "\"1-Blind\"", "\"5-Blind\"", "W/\"5-Blind\""];

    // What lies in the past gives the same board always; what lies ahead gives the newest one.
    private readonly string[] _instants = [Iso(TimeSpan.FromDays(-1)), Iso(TimeSpan.Zero), Iso(TimeSpan.FromDays(1))];

    /// <summary>Responses by request.</summary>
    public async Task<SortedDictionary<string, string>> RecordAsync()
    {
        var recorded = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Beside)
            await RecordAsync(recorded, path);
        var document = JsonNode.Parse(await person.Http.GetStringAsync("/openapi/v1.json"))!;
        foreach (var (template, methods) in document["paths"]!.AsObject())
        {
            if (methods!["get"] is not { } operation || Streams(operation))
                continue;
            var path = Fill(template);
            foreach (var query in Queries(operation))
            {
                foreach (var tag in Tags.Prepend(null))
                    await RecordAsync(recorded, path + query, tag);
            }
            await FollowAsync(recorded, path, operation);
        }
        var phrases = new StringContent("""{"phrases": ["biliary microlithiasis", "sarcoidosis", "?"]}""", Encoding.UTF8, "application/json");
        recorded["POST recognize"] = await SendAsync(new(HttpMethod.Post, "/api/v1/diagnoses/recognize") { Content = phrases });
        return recorded;
    }

    /// <summary>Fails with the first response that differs.</summary>
    public static void ExpectEqual(SortedDictionary<string, string> before, SortedDictionary<string, string> after, string when)
    {
        Assert.Equal(before.Keys, after.Keys);
        foreach (var (request, response) in before)
            Assert.True(response == after[request], $"{request} tells that {when}.\n--- before\n{response}\n--- after\n{after[request]}");
    }

    private async Task FollowAsync(SortedDictionary<string, string> recorded, string path, JsonNode operation)
    {
        if (!Parameters(operation).Any(p => (string?)p["name"] == "cursor"))
            return;
        using var first = await person.Http.GetAsync($"{path}?limit=1");
        if (first.StatusCode == HttpStatusCode.OK && JsonNode.Parse(await first.Content.ReadAsStringAsync())!["next"] is { } next)
            await RecordAsync(recorded, $"{path}?limit=1&cursor={next}");
    }

    private async Task RecordAsync(SortedDictionary<string, string> recorded, string path, string? tag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        // Only operators are heard for it.
        request.Headers.TryAddWithoutValidation("Audit-Reason", "A look at what the blind can see");
        recorded[$"GET {path} {tag}"] = await SendAsync(request);
    }

    private async Task<string> SendAsync(HttpRequestMessage request)
    {
        using var response = await person.Http.SendAsync(request);
        var text = new StringBuilder().Append((int)response.StatusCode).Append('\n');
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(h => h.Key != "Date").OrderBy(h => h.Key, StringComparer.Ordinal))
            text.Append(name).Append(": ").AppendJoin(", ", values).Append('\n');
        return text.Append('\n').Append(TraceId().Replace(await response.Content.ReadAsStringAsync(), "")).ToString();
    }

    private string Fill(string template)
        => Hole().Replace(template, hole => hole.Groups["name"].Value switch
        {
            "caseId" or "messageId" => caseId.ToString(),
            "networkId" => networkId.ToString(),
            var other => throw new InvalidOperationException($"{template}: say here what {other} is, so that the blind are tried with it."),
        });

    private IEnumerable<string> Queries(JsonNode operation)
        => Parameters(operation)
            .Where(p => (string?)p["in"] == "query" && (string?)p["name"] != "cursor")
            .SelectMany(p => Values(p).Select(value => $"?{p["name"]}={Uri.EscapeDataString(value)}"))
            .Prepend("");

    private IEnumerable<string> Values(JsonNode parameter)
    {
        var schema = parameter["schema"]!;
        if (schema["enum"] is JsonArray names)
            return names.Select(name => (string)name!);
        return ((string?)parameter["name"], (string?)schema["type"], (string?)schema["format"]) switch
        {
            ("q", _, _) => Typed,
            ("limit", _, _) => ["1"],
            (_, "boolean", _) => ["true", "false"],
            (_, _, "date-time") => _instants,
            _ => throw new InvalidOperationException($"Say here what values {parameter.ToJsonString()} takes, so that the blind are tried with them."),
        };
    }

    private static IEnumerable<JsonNode> Parameters(JsonNode operation) => operation["parameters"]?.AsArray().Select(p => p!) ?? [];

    private static bool Streams(JsonNode operation) => operation["responses"]?["200"]?["content"]?["text/event-stream"] is not null;

    private static string Iso(TimeSpan from) => (TimeProvider.System.GetUtcNow() + from).ToString("O", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Hole();

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();
}
