using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

using Xunit;

namespace CrowdDx.Testing;

/// <summary>Sends and reads JSON as a client would.</summary>
public static class Json
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static StringContent Content(object body)
        => new(body as string ?? JsonSerializer.Serialize(body, Options), Encoding.UTF8, "application/json");

    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient http, string path, object body) => http.PostAsync(path, Content(body));

    /// <summary>The response's JSON; fails with the body where the status is another.</summary>
    public static async Task<JsonNode> ReadAsync(this Task<HttpResponseMessage> sending, HttpStatusCode expected)
    {
        var text = await sending.ReadTextAsync(expected);
        return JsonNode.Parse(text) ?? throw new InvalidOperationException("The body is null.");
    }

    /// <summary>The response's text; fails with the body where the status is another.</summary>
    public static async Task<string> ReadTextAsync(this Task<HttpResponseMessage> sending, HttpStatusCode expected)
    {
        using var response = await sending;
        var text = await response.Content.ReadAsStringAsync();
        if (response.StatusCode != expected)
            Assert.Fail($"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri} gave {(int)response.StatusCode}, not {(int)expected}: {text}");
        return text;
    }

    /// <summary>The problem of a refusal; fails where status or slug is another.</summary>
    public static async Task<JsonNode> ReadProblemAsync(this Task<HttpResponseMessage> sending, HttpStatusCode expected, string slug)
    {
        var problem = await sending.ReadAsync(expected);
        Assert.Equal($"/problems/{slug}", (string?)problem["type"]);
        return problem;
    }

    /// <summary>Fails with the body where the status is another.</summary>
    public static async Task ExpectAsync(this Task<HttpResponseMessage> sending, HttpStatusCode expected) => await sending.ReadTextAsync(expected);
}
