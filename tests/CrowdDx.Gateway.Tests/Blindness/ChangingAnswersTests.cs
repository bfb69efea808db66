using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Blindness;

/// <summary>A changed mind is a new version; whether it was blind, the server knows.</summary>
public sealed class ChangingAnswersTests(CrowdDxApplication app) : IClassFixture<CrowdDxApplication>
{
    [Fact]
    public async Task Answer_WhenChangedWithoutLooking_StaysBlindAndReplacesTheFirst()
    {
        var scene = await app.SceneAsync(experts: 1);
        var expert = scene.Experts[0];

        await app.AnswerAsync(expert, scene.CaseId, "Sarcoidosis");
        await app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: 1);
        var second = await app.AnswerAsync(expert, scene.CaseId, "Tuberculosis");

        Assert.Equal((2, false, false), ((int)second["version"]!, (bool)second["sawBoard"]!, (bool)second["late"]!));
        var board = await BoardOfAsync(scene, "Tuberculosis");
        Assert.Equal((1, 0), ((int)board["answers"]!, (int)board["secondLookAnswers"]!));
        Assert.Equal(second.ToJsonString(), (await CrowdDxApplication.MineAsync(expert, scene.CaseId)).ToJsonString());
    }

    [Theory]
    [InlineData("differential")]
    [InlineData("timing")]
    [InlineData("answers")]
    public async Task Answer_WhenChangedAfterALook_GoesToTheSecondLookBoard(string look)
    {
        var scene = await app.SceneAsync(experts: 2);
        await app.AgreeAsync(scene, [scene.Experts[1]], "Tuberculosis");
        await app.AnswerAsync(scene.Experts[0], scene.CaseId, "Sarcoidosis");
        await app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: 2);

        await scene.Experts[0].ReadAsync($"cases/{scene.CaseId}/{look}");
        var second = await app.AnswerAsync(scene.Experts[0], scene.CaseId, "Tuberculosis");

        Assert.True((bool)second["sawBoard"]!);
        await Eventually.HoldsAsync(
            async () => (int)(await CrowdDxApplication.BoardAsync(scene.Student, scene.CaseId))["secondLookAnswers"]! == 1, "the second look");
        var blind = await CrowdDxApplication.BoardAsync(scene.Student, scene.CaseId);
        Assert.Equal((2, 1.0), ((int)blind["answers"]!, (double)Entry(blind, "Tuberculosis")["score"]!));
        Assert.Equal(1.0, (double)Entry(blind, "Sarcoidosis")["score"]!);
        var sighted = await CrowdDxApplication.BoardAsync(scene.Student, scene.CaseId, "?board=secondLook");
        Assert.Equal(["Tuberculosis"], CrowdDxApplication.Labels(sighted));
    }

    [Fact]
    public async Task BlindBoard_WhenOthersWordsComeSecondOrAreReplaced_ListsThePooledPhrasesOnly()
    {
        var scene = await app.SceneAsync(experts: 2);
        await app.AnswerAsync(scene.Experts[0], scene.CaseId, "sarcoidosis");
        await app.AnswerAsync(scene.Experts[0], scene.CaseId, "Sarcoidosis");
        await app.AnswerAsync(scene.Experts[1], scene.CaseId, "Sarcoidosis");
        await app.WaitForDifferentialAsync(scene.Experts[1], scene.CaseId, answers: 2);
        await app.AnswerAsync(scene.Experts[1], scene.CaseId, "SARCOIDOSIS", "Tuberculosis");

        var second = await Eventually.GetAsync(
            async () => await CrowdDxApplication.BoardAsync(scene.Student, scene.CaseId, "?board=secondLook") is var b && (int)b["secondLookAnswers"]! == 1 ? b : null,
            "the second look");
        var blind = await CrowdDxApplication.BoardAsync(scene.Student, scene.CaseId);
        Assert.Equal([("Sarcoidosis", 2)], Phrases(Entry(blind, "Sarcoidosis")));
        Assert.Equal([("SARCOIDOSIS", 1)], Phrases(Entry(second, "Sarcoidosis")));
    }

    [Fact]
    public async Task Answer_WhenGivenAfterDeclining_IsSighted()
    {
        var scene = await app.SceneAsync(experts: 1);
        await CrowdDxApplication.DeclineAsync(scene.Experts[0], scene.CaseId, "busy");
        Assert.Equal([scene.CaseId], await CrowdDxApplication.InboxAsync(scene.Experts[0], "declined"));

        var answer = await app.AnswerAsync(scene.Experts[0], scene.CaseId, "Sarcoidosis");

        Assert.True((bool)answer["sawBoard"]!);
        Assert.Equal([scene.CaseId], await CrowdDxApplication.InboxAsync(scene.Experts[0], "answered"));
        Assert.Empty(await CrowdDxApplication.InboxAsync(scene.Experts[0], "declined"));
        await scene.Experts[0].PostAsync($"cases/{scene.CaseId}/decline", new { reason = "busy" }).ReadProblemAsync(HttpStatusCode.Conflict, "already-answered");
    }

    [Fact]
    public async Task Answer_WhenTwentyEqualOnesComeAtOnce_IsOneVersion()
    {
        var scene = await app.SceneAsync(experts: 1);
        var body = CrowdDxApplication.AnswerBody("Sarcoidosis", "Tuberculosis|Lymphoma");

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(scene, body)));

        Assert.Single(replies, reply => reply.Status == HttpStatusCode.Created);
        Assert.Equal(19, replies.Count(reply => reply.Status == HttpStatusCode.OK));
        Assert.Single(replies.Select(reply => reply.Answer.ToJsonString()).Distinct());
        Assert.All(replies, reply => Assert.Equal(1, (int)reply.Answer["version"]!));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(scene, body)).Status);
    }

    [Fact]
    public async Task Answer_WhenTwentyDifferentOnesComeAtOnce_MakesVersionsWithoutGaps()
    {
        var scene = await app.SceneAsync(experts: 1);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => SendAsync(scene, CrowdDxApplication.AnswerBody($"Disease {(char)('A' + i)}"))));

        Assert.Equal(Enumerable.Range(1, 20), replies.Select(reply => (int)reply.Answer["version"]!).Order());
        var last = replies.Single(reply => (int)reply.Answer["version"]! == 20).Answer;
        await BoardOfAsync(scene, (string)last["diagnoses"]![0]![0]!["text"]!);
    }

    [Fact]
    public async Task Answer_WhenItSaysWhichRevisionWasRead_KeepsIt()
    {
        var scene = await app.SceneAsync(experts: 2);
        await CrowdDxApplication.AddAsync(scene.Student, scene.CaseId, "Ultrasound shows sludge.");
        var earlier = CrowdDxApplication.AnswerBody("Sarcoidosis");
        earlier["caseRevision"] = 1;
        var ahead = CrowdDxApplication.AnswerBody("Sarcoidosis");
        ahead["caseRevision"] = 3;

        Assert.Equal(1, (int)(await SendAsync(scene, earlier)).Answer["caseRevision"]!);
        Assert.Equal(2, (int)(await app.AnswerAsync(scene.Experts[1], scene.CaseId, "Sarcoidosis"))["caseRevision"]!);
        await scene.Experts[1].PutAsync($"cases/{scene.CaseId}/answers/mine", ahead).ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
    }

    private static JsonNode Entry(JsonNode board, string label)
        => Assert.Single(board["entries"]!.AsArray(), entry => (string)entry!["label"]! == label)!;

    private static (string, int)[] Phrases(JsonNode entry) => [.. entry["phrases"]!.AsArray().Select(p => ((string)p!["text"]!, (int)p["count"]!))];

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> SendAsync(Scene scene, JsonObject body)
    {
        using var response = await scene.Experts[0].PutAsync($"cases/{scene.CaseId}/answers/mine", body.ToJsonString());
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return (response.StatusCode, JsonNode.Parse(text)!);
    }

    private static Task<JsonNode> BoardOfAsync(Scene scene, string only)
        => Eventually.GetAsync(
            async () => await CrowdDxApplication.BoardAsync(scene.Student, scene.CaseId) is var board
                && CrowdDxApplication.Labels(board) is [var label] && label == only ? board : null,
            $"a board of {only} alone");
}
