using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Gateway.Tests.Scenes;
using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Visibility;

/// <summary>Every route of the OpenAPI document, for every part that a person can play, on objects of both sides and on none.</summary>
[Collection(Stage.Name)]
public sealed class WhoSeesWhatTests(Stage stage)
{
    public static TheoryData<string> Parts => [.. Stage.Roles];

    [Fact]
    public async Task Document_OfTheApi_HasTheRoutesThatAreExpected()
    {
        var routes = await ApiRoute.ReadAllAsync(stage.App);
        Assert.Equal(Expectation.Of.Keys.Order(StringComparer.Ordinal), routes.Select(route => route.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Part_OnEveryRoute_GetsWhatItMay(string part)
    {
        var wrong = new List<string>();
        foreach (var route in await ApiRoute.ReadAllAsync(stage.App))
            wrong.AddRange(await CheckAsync(route, part));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task<IReadOnlyList<string>> CheckAsync(ApiRoute route, string part)
    {
        var expected = Expectation.Of[route.Name];
        var role = Stage.RoleOf(part);
        var wrong = new List<string>();
        var nothing = await SendAsync(route, part, side: null, stage.A);
        var status = route.Path.Contains('{', StringComparison.Ordinal) ? expected.StatusFor(role, "nothing") : expected.StatusFor(role, stage.StandingOf(part, stage.A));
        if ((int)nothing.Status != status)
            wrong.Add($"{route.Name} as {part} on nothing: {(int)nothing.Status}, not {status}: {nothing}");
        if (!route.Path.Contains('{', StringComparison.Ordinal))
            return wrong;

        foreach (var side in new[] { stage.A, stage.B })
        {
            var standing = stage.StandingOf(part, side);
            status = expected.StatusFor(role, standing);
            var own = status is not (401 or 404) && !(status == 403 && nothing.Status == HttpStatusCode.Forbidden);
            var actual = await SendAsync(route, part, own && expected.Changes == "case" ? await side.WithFreshCaseAsync() : side, side);
            if ((int)actual.Status != status)
                wrong.Add($"{route.Name} as {part} ({standing}): {(int)actual.Status}, not {status}: {actual}");
            else if (!own && actual != nothing)
                wrong.Add($"{route.Name} as {part} ({standing}) differs from nothing: {actual} | {nothing}");
            if (!own && route.TakesBody && await SendAsync(route, part, side, side, "{}") != await SendAsync(route, part, null, side, "{}"))
                wrong.Add($"{route.Name} as {part} ({standing}) differs from nothing when the body is empty");
        }
        return wrong;
    }

    private async Task<Heard> SendAsync(ApiRoute route, string part, Side? side, Side sample, string? body = null)
    {
        var person = Expectation.Of[route.Name].Changes == "person" && part != "anonymous" ? (await stage.App.CreateAsync(1, Stage.RoleOf(part)))[0] : stage.Player(part);
        var keyId = side is not null && route.Path.Contains("{keyId}", StringComparison.Ordinal) ? await KeyOfAsync(side.Author) : Guid.Empty;
        var path = route.Fill(parameter => parameter switch
        {
            "scope" => "teaching",
            _ when side is null => Guid.CreateVersion7(),
            "caseId" => side.CaseId,
            "questionId" => side.QuestionId,
            "networkId" => side.InviteOnly,
            "expertId" => side.Blind.Id,
            "keyId" => keyId,
            "messageId" => Guid.CreateVersion7(),
            _ => throw new InvalidOperationException($"{route.Name} has a parameter {parameter}: say here whose it is."),
        });
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), path);
        if (route.TakesBody)
            request.Content = Json.Content(body ?? Bodies.Of(route.Name, sample).ToJsonString());
        if (part == "operatorWithReason")
            request.Headers.Add("Audit-Reason", "A matter of law.");
        using var anonymous = person is null ? stage.App.Anonymous() : null;
        using var response = await (person?.Http ?? anonymous!).SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await Heard.OfAsync(response);
    }

    private static async Task<Guid> KeyOfAsync(Person person)
        => (Guid)(await person.PostAsync("me/keys", new { name = "spare", scopes = new[] { "cases" } }).ReadAsync(HttpStatusCode.Created))["id"]!;

    /// <summary>What somebody can tell from a response.</summary>
    private sealed record Heard(HttpStatusCode Status, string Headers, string Body)
    {
        public static async Task<Heard> OfAsync(HttpResponseMessage response)
        {
            var headers = string.Join('\n', response.Headers.Concat(response.Content.Headers).Where(h => h.Key is not "Date").Select(h => $"{h.Key}: {string.Join(',', h.Value)}"));
            // A stream of events does not end.
            if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
                return new(response.StatusCode, headers, "");
            var text = await response.Content.ReadAsStringAsync();
            if (response.IsSuccessStatusCode || text.Length == 0)
                return new(response.StatusCode, headers, text);
            var problem = JsonNode.Parse(text)!.AsObject();
            problem.Remove("traceId");
            return new(response.StatusCode, headers, problem.ToJsonString());
        }
    }
}
