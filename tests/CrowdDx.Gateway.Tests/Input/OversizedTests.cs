using System.Net;
using System.Text.Json.Nodes;
using CrowdDx.Data;
using CrowdDx.Data.FanOut;
using CrowdDx.Gateway.Tests.Scenes;
using CrowdDx.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Gateway.Tests.Input;

/// <summary>Each field of a body at its limit and one over it.</summary>
[Collection(Desk.Name)]
public sealed class OversizedTests(Desk desk)
{
    private static readonly Guid[] Unknown = [.. Enumerable.Range(0, 60).Select(_ => Guid.CreateVersion7())];

    public static TheoryData<string, string> Fields
    {
        get
        {
            var fields = new TheoryData<string, string>();
            foreach (var limit in Limit.All.Where(limit => limit.Where.Contains('/', StringComparison.Ordinal) && !limit.What.Contains(' ', StringComparison.Ordinal) && limit.What != "Idempotency-Key"))
                fields.Add(limit.Where, limit.What);
            return fields;
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Field_OneOverItsLimit_IsNamedAndNothingStored(string where, string what)
    {
        var limit = Limit.All.Single(limit => limit.Where == where && limit.What == what);
        var route = (await desk.WritesAsync()).Single(route => route.Name == where);
        var valid = Bodies.Of(where, desk.Side);

        var before = await desk.StoredAsync();
        await desk.SendAsync(route, Members.Replace(valid, what, Filled(limit, (int)limit.Most + 1))).ExpectInvalidAsync(what);
        Assert.Equal(before, await desk.StoredAsync());

        using var atLimit = await desk.SendAsync(route, Members.Replace(valid, what, Filled(limit, (int)limit.Most)));
        var text = await atLimit.Content.ReadAsStringAsync();
        Assert.True((int)atLimit.StatusCode < 500, text);
        Assert.DoesNotContain("At most", text, StringComparison.Ordinal);
        if (atLimit.IsSuccessStatusCode && where.Contains("{caseId}", StringComparison.Ordinal))
            await desk.RefreshAsync();
        else
            Assert.True(atLimit.IsSuccessStatusCode || what is "networks" or "curators", text);
    }

    [Fact]
    public async Task Keys_BeyondFifty_AreNotMade()
    {
        var person = await desk.App.StudentAsync();
        for (var i = 1; i < Accounts.Keys.ApiKeys.MostKeys; i++)
            await person.PostAsync("me/keys", new { name = $"key {i}", scopes = new[] { "cases" } }).ExpectAsync(HttpStatusCode.Created);
        await person.PostAsync("me/keys", new { name = "one more", scopes = new[] { "cases" } }).ExpectInvalidAsync("name");
    }

    [Fact]
    public async Task Questions_BeyondTen_AreNotAsked()
    {
        var side = await desk.Side.WithFreshCaseAsync();
        for (var i = 0; i < Cases.Questions.AskQuestion.Most; i++)
            await side.Blind.PostAsync($"cases/{side.CaseId}/questions", new { text = "And then?" }).ExpectAsync(HttpStatusCode.Created);
        await side.Blind.PostAsync($"cases/{side.CaseId}/questions", new { text = "And then?" }).ExpectAsync(HttpStatusCode.Conflict, "too-many-questions");
    }

    [Fact]
    public async Task RankGroups_ByTheHundredThousand_GetOneErrorBack()
    {
        var route = (await desk.WritesAsync()).Single(route => route.Name == "PUT /cases/{caseId}/answers/mine");
        using var response = await desk.SendAsync(route, Json.Content($$"""{"diagnoses": [{{string.Join(',', Enumerable.Repeat("[]", 100_000))}}]}"""));
        Assert.Null(await Refusal.FaultAsync(response, HttpStatusCode.BadRequest, "invalid-request", "diagnoses"));
        Assert.True(response.Content.Headers.ContentLength is null or < 1_000);
        Assert.True((await response.Content.ReadAsStringAsync()).Length < 1_000);
    }

    [Fact]
    public void Slugs_AtTheirLimit_FitTheirColumn()
    {
        using var scope = desk.App.Services.CreateScope();
        var network = scope.ServiceProvider.GetRequiredService<CrowdDxDbContext>().Model.FindEntityType(typeof(ExpertNetwork))!;
        var longest = (ExpertNetwork.MostSlugs * (Data.Requests.FieldErrors.SlugLength + 1)) - 1;
        Assert.True(longest <= network.FindProperty(nameof(ExpertNetwork.Specialties))!.GetMaxLength());
        Assert.True(longest <= network.FindProperty(nameof(ExpertNetwork.Languages))!.GetMaxLength());
    }

    private static JsonNode Filled(Limit limit, int length)
        => limit switch
        {
            { What: "networks" or "curators" } => new JsonArray([.. Unknown.Take(length).Select(id => JsonValue.Create(id))]),
            { What: "specialties" } => new JsonArray([.. Enumerable.Range(0, length).Select(i => JsonValue.Create($"{new string('s', 36)}-{i}"))]),
            { What: "languages" } => new JsonArray([.. Enumerable.Range(0, length).Select(i => JsonValue.Create($"en-{(char)('a' + i)}x"))]),
            { What: "phrases" } => new JsonArray([.. Enumerable.Repeat("Gout", length).Select(text => JsonValue.Create(text))]),
            { What: "accounts" } => new JsonArray([.. Enumerable.Range(0, length)
                .Select(i => new JsonObject { ["email"] = $"many{i}@example.org", ["displayName"] = "Many", ["roles"] = new JsonArray("student") })]),
            { What: "diagnoses", Unit: "items" } => new JsonArray([.. Enumerable.Range(0, length).Select(i => new JsonObject { ["text"] = $"Gout {i}" })]),
            { What: "diagnoses" } => new JsonArray([.. Enumerable.Range(0, length).Select(i => new JsonArray(new JsonObject { ["text"] = $"Gout type {(char)('a' + i)}" }))]),
            { What: "language" or "languages[0]" } => length > 20 ? "abc-abcdefgh-abcdefgh" : "ab-abcdefgh-abcdefgh",
            { What: "accounts[0].email" } => $"{new string('e', length - 12)}@example.org",
            // Words, so that nothing looks like a number of somebody.
            _ when limit.Unit == "characters" && !limit.What.EndsWith("specialties[0]", StringComparison.Ordinal) => string.Concat(Enumerable.Repeat("Zyzzyvaxus ", (length / 11) + 1))[..(length - 1)] + "z",
            _ => new string('s', length),
        };
}
