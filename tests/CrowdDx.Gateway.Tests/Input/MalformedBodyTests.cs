using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

using CrowdDx.Gateway.Tests.Scenes;

namespace CrowdDx.Gateway.Tests.Input;

/// <summary>Every route of the document that takes a body, with bodies that are none.</summary>
[Collection(Desk.Name)]
public sealed class MalformedBodyTests(Desk desk)
{
    [Theory]
    [InlineData("empty", "")]
    [InlineData("blank", "  \r\n")]
    [InlineData("null", "null")]
    [InlineData("list", "[]")]
    [InlineData("number", "1")]
    [InlineData("text", "\"Zyzzyvaxus\"")]
    [InlineData("boolean", "true")]
    [InlineData("unfinished", "{\"title\": \"Zyzzyvaxus")]
    [InlineData("two values", "{} {}")]
    [InlineData("single quotes", "{'title': 'Zyzzyvaxus'}")]
    [InlineData("comment", "{/* Zyzzyvaxus */}")]
    [InlineData("comma at the end", "{\"acceptRedactions\": true,}")]
    [InlineData("HTML", "<p>Zyzzyvaxus</p>")]
    [InlineData("unpaired surrogate as a member's name", "{\"\\ud800\": 1}")]
    public async Task Body_ThatIsNoJsonObject_IsRefused(string kind, string body)
        => await RefusedEverywhereAsync(kind, _ => Text(body), HttpStatusCode.BadRequest, "invalid-request");

    [Fact]
    public async Task Body_TooDeep_IsRefused()
        => await RefusedEverywhereAsync(
            "deep", _ => Text(string.Concat(Enumerable.Repeat("{\"patient\":", 5_000)) + "1" + new string('}', 5_000)), HttpStatusCode.BadRequest, "invalid-request");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=klingon")]
    [InlineData(null)]
    public async Task Body_OfAnotherMediaType_IsRefused(string? mediaType)
        => await RefusedEverywhereAsync(mediaType ?? "none", valid => Text(valid.ToJsonString(), mediaType), HttpStatusCode.UnsupportedMediaType, "media-type");

    [Fact]
    public async Task Member_ThatIsUnknown_IsNamed()
        => await RefusedEverywhereAsync(
            "unknown member", valid => { valid["nonsense"] = Desk.Marker; return Text(valid.ToJsonString()); }, HttpStatusCode.BadRequest, "invalid-request", "nonsense");

    [Fact]
    public async Task Text_InInvalidUtf8_IsRefused()
        => await RefusedEverywhereAsync("invalid UTF-8", valid => Bytes(valid, [0xC3, 0x28]), HttpStatusCode.BadRequest, "invalid-request");

    [Fact]
    public async Task Text_WithAnUnpairedSurrogate_IsRefused()
        => await RefusedEverywhereAsync("unpaired surrogate", valid => Bytes(valid, "\\ud83d"u8.ToArray()), HttpStatusCode.BadRequest, "invalid-request");

    private async Task RefusedEverywhereAsync(string kind, Func<JsonObject, HttpContent> bodyOf, HttpStatusCode status, string slug, string? field = null)
    {
        var before = await desk.StoredAsync();
        var wrong = new List<string>();
        foreach (var route in await desk.WritesAsync())
        {
            using var response = await desk.SendAsync(route, bodyOf(Bodies.Of(route.Name, desk.Side)));
            if (await Refusal.FaultAsync(response, status, slug, field) is { } fault)
                wrong.Add($"{route.Name} with {kind}: {fault}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, await desk.StoredAsync());
    }

    private static ByteArrayContent Text(string body, string? mediaType = "application/json")
        => new(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType) } };

    /// <summary>The body with bytes put into its first text, or as a member of its own where it has none.</summary>
    private static ByteArrayContent Bytes(JsonObject valid, byte[] bytes)
    {
        var json = valid.ToJsonString();
        var (_, path) = Members.Of(valid).Where(member => member.Value is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String)
            .Select(member => (member.Value, member.Path)).FirstOrDefault((null, ""));
        json = path.Length > 0 ? Members.Replace(valid, path, "@@").ToJsonString() : json[..^1] + ",\"text\":\"@@\"}";
        var at = Encoding.UTF8.GetBytes(json).AsSpan().IndexOf("@@"u8);
        var content = Encoding.UTF8.GetBytes(json);
        return new([.. content[..at], .. bytes, .. content[(at + 2)..]]) { Headers = { ContentType = new("application/json") } };
    }
}
