using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

using CrowdDx.Gateway.Tests.Scenes;

namespace CrowdDx.Gateway.Tests.Input;

/// <summary>Every member of every body, with a value of another kind.</summary>
[Collection(Desk.Name)]
public sealed class WrongTypeTests(Desk desk)
{
    [Fact]
    public async Task Member_OfAnotherType_IsNamed()
    {
        var before = await desk.StoredAsync();
        var wrong = new List<string>();
        foreach (var route in await desk.WritesAsync())
        {
            var valid = Bodies.Of(route.Name, desk.Side);
            foreach (var (path, value) in Members.Of(valid))
            {
                foreach (var other in OthersThan(value!.GetValueKind()))
                {
                    using var response = await desk.SendAsync(route, Members.Replace(valid, path, JsonNode.Parse(other)));
                    if (await Refusal.FaultAsync(response, HttpStatusCode.BadRequest, "invalid-request", path) is { } fault)
                        wrong.Add($"{route.Name} with {path} = {other}: {fault}");
                }
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, await desk.StoredAsync());
    }

    [Fact]
    public async Task Item_ThatIsNull_IsNamed()
    {
        var before = await desk.StoredAsync();
        var wrong = new List<string>();
        // The screen looks at texts only.
        foreach (var route in (await desk.WritesAsync()).Where(route => route.Name != "POST /cases/screen"))
        {
            var valid = Bodies.Of(route.Name, desk.Side);
            foreach (var (path, _) in Members.Of(valid).Where(member => member.Path.EndsWith(']')))
            {
                using var response = await desk.SendAsync(route, Members.Replace(valid, path, value: null));
                var text = await response.Content.ReadAsStringAsync();
                var errors = response.StatusCode == HttpStatusCode.BadRequest ? JsonNode.Parse(text)!["errors"]!.AsObject().Select(error => error.Key) : [];
                // Some rules name the list.
                if (!errors.Any(field => field.StartsWith(path[..path.LastIndexOf('[')], StringComparison.Ordinal)))
                    wrong.Add($"{route.Name} with {path} = null: {(int)response.StatusCode} {text}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, await desk.StoredAsync());
    }

    [Fact]
    public async Task Member_ThatIsNull_IsMissingOrNamed()
    {
        var wrong = new List<string>();
        foreach (var route in await desk.WritesAsync())
        {
            // Some of these are let through and use up what they are sent to.
            if (route.Path.Contains("{caseId}", StringComparison.Ordinal))
                await desk.RefreshAsync();
            foreach (var (path, _) in Members.Of(Bodies.Of(route.Name, desk.Side)).Where(member => !member.Path.EndsWith(']')))
            {
                using var response = await desk.SendAsync(route, Members.Replace(Bodies.Of(route.Name, desk.Side), path, value: null));
                var text = await response.Content.ReadAsStringAsync();
                if (response.StatusCode == HttpStatusCode.BadRequest)
                {
                    if (!JsonNode.Parse(text)!["errors"]!.AsObject().Any(error => error.Key.StartsWith(path.Split('.', '[')[0], StringComparison.Ordinal)))
                        wrong.Add($"{route.Name} with {path} = null: {text}");
                }
                else if ((int)response.StatusCode >= 500)
                {
                    wrong.Add($"{route.Name} with {path} = null: {(int)response.StatusCode} {text}");
                }
            }
        }
        await desk.RefreshAsync();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<string> OthersThan(JsonValueKind kind)
    {
        if (kind != JsonValueKind.String)
            yield return "\"x\"";
        if (kind != JsonValueKind.Number)
            yield return "1";
        if (kind is not (JsonValueKind.True or JsonValueKind.False))
            yield return "true";
        if (kind != JsonValueKind.Array)
            yield return "[]";
        if (kind != JsonValueKind.Object)
            yield return "{}";
        if (kind == JsonValueKind.Number)
            yield return "\"1\"";
    }
}
