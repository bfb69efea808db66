using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Gateway.Tests.Scenes;
using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Input;

/// <summary>HTML is text like any other: kept as it is, given back as JSON, never as a page.</summary>
[Collection(Desk.Name)]
public sealed class HtmlInputTests(Desk desk)
{
    private const string Html = "<script>alert('Zyzzyvaxus')</script><img src=x onerror=\"go()\"> & \u2028 <b>it</b>";

    [Fact]
    public async Task Case_OfHtml_IsGivenBackUnchanged()
    {
        var body = Bodies.Of("POST /cases", desk.Side);
        string[] fields = ["title", "presentation", "history", "examination", "investigations", "question"];
        foreach (var field in fields)
            body[field] = Html;
        var id = (Guid)(await desk.Side.Author.PostAsync("cases", body).ReadAsync(HttpStatusCode.Created))["id"]!;
        await desk.Side.Author.PostAsync($"cases/{id}/addenda", new { text = Html }).ExpectAsync(HttpStatusCode.Created);
        await desk.App.WaitForInvitationAsync(desk.Side.Blind, id);
        await desk.Side.Blind.PostAsync($"cases/{id}/questions", new { text = Html }).ExpectAsync(HttpStatusCode.Created);

        var read = await PlainJsonAsync(desk.Side.Blind, $"cases/{id}");
        Assert.All(fields, field => Assert.Equal(Html, (string?)read[field]));
        Assert.Equal(Html, (string?)read["addenda"]![0]!["text"]);
        Assert.Equal(Html, (string?)read["questions"]![0]!["text"]);
        Assert.Equal(Html, (string?)(await PlainJsonAsync(desk.Side.Blind, "inbox"))["items"]![0]!["title"]);
    }

    [Fact]
    public async Task Answer_OfHtml_IsGivenBackUnchanged()
    {
        var side = await desk.Side.WithFreshCaseAsync();
        var (blind, caseId) = (side.Blind, side.CaseId);
        var body = new { diagnoses = new[] { new[] { new { text = Html, coding = new { system = "<i>", code = "</i>" } } } }, rationale = Html, nextTest = Html };
        await blind.PutAsync($"cases/{caseId}/answers/mine", body).ExpectAsync(HttpStatusCode.Created);
        var mine = await PlainJsonAsync(blind, $"cases/{caseId}/answers/mine");
        Assert.Equal((Html, Html, Html), ((string?)mine["rationale"], (string?)mine["nextTest"], (string?)mine["diagnoses"]![0]![0]!["text"]));

        await desk.App.WaitForDifferentialAsync(blind, caseId, answers: 2);
        var board = await PlainJsonAsync(blind, $"cases/{caseId}/differential");
        Assert.Contains(Html, board["entries"]!.AsArray().Select(entry => (string?)entry!["label"]));
        Assert.Equal(Html, (string?)board["nextTests"]![0]!["text"]);
        Assert.Contains(Html, (await PlainJsonAsync(desk.Side.Author, $"cases/{caseId}/answers"))["items"]!.AsArray().Select(item => (string?)item!["answer"]!["rationale"]));
    }

    [Fact]
    public async Task Network_OfHtml_IsGivenBackUnchanged()
    {
        var made = await desk.Side.Curator.PostAsync("networks", new { name = Html, description = Html, rules = Html, specialties = new[] { "general" } }).ReadAsync(HttpStatusCode.Created);
        var read = await PlainJsonAsync(desk.Side.Author, $"networks/{made["id"]}");
        Assert.Equal((Html, Html, Html), ((string?)read["name"], (string?)read["description"], (string?)read["rules"]));
    }

    [Fact]
    public async Task Names_OfHtml_AreGivenBackUnchanged()
    {
        await desk.Side.Author.PostAsync("me/keys", new { name = Html, scopes = new[] { "cases" } }).ExpectAsync(HttpStatusCode.Created);
        Assert.Contains(Html, (await PlainJsonAsync(desk.Side.Author, "me/keys")).AsArray().Select(key => (string?)key!["name"]));
        Assert.Equal(Html, (string?)(await desk.Side.Author.PostAsync("diagnoses/recognize", new { phrases = new[] { Html } }).ReadAsync(HttpStatusCode.OK))[0]!["phrase"]);
    }

    [Fact]
    public async Task Problem_AboutAMemberOfHtml_IsJsonToo()
        => await desk.Side.Author.PostAsync("cases", new JsonObject { ["<script>"] = 1 }).ExpectAsync(HttpStatusCode.BadRequest, "invalid-request");

    private static async Task<JsonNode> PlainJsonAsync(Person reader, string path)
    {
        using var response = await reader.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        return JsonNode.Parse(text)!;
    }
}
