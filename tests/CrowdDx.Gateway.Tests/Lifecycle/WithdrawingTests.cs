using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Lifecycle;

/// <summary>An author takes a case back, or a part of the permission.</summary>
public sealed class WithdrawingTests(CrowdDxApplication app) : IClassFixture<CrowdDxApplication>
{
    // No text of the service or of other tests holds it.
    private const string Word = "zebrafarnese";

    [Fact]
    public async Task Case_WhenWithdrawn_LosesItsWordsEverywhereAndIsGoneForExperts()
    {
        var curator = await app.CuratorAsync();
        var network = await app.CreateNetworkAsync(curator);
        var (student, experts) = (await app.StudentAsync(), await app.ExpertsAsync(2));
        foreach (var expert in experts)
            await app.JoinAsync(expert, network);
        var caseId = (Guid)(await student.PostAsync("cases", WordyCase(network)).ReadAsync(HttpStatusCode.Created))["id"]!;
        await app.WaitForInvitationAsync(experts[0], caseId);
        await CrowdDxApplication.AddAsync(student, caseId, $"Addendum {Word}.");
        var asked = await experts[0].PostAsync($"cases/{caseId}/questions", new { text = $"Any {Word}?" }).ReadAsync(HttpStatusCode.Created);
        await student.PostAsync($"cases/{caseId}/questions/{asked["id"]}/reply", new { text = $"Yes, {Word}." }).ExpectAsync(HttpStatusCode.OK);
        var answer = CrowdDxApplication.AnswerBody("Sarcoidosis");
        (answer["rationale"], answer["nextTest"]) = ($"Because of {Word}.", $"Test for {Word}");
        await experts[0].PutAsync($"cases/{caseId}/answers/mine", answer).ExpectAsync(HttpStatusCode.Created);
        await app.WaitForDifferentialAsync(student, caseId, answers: 1);
        Assert.True(LiveTables.Holding(app, Word).Count >= 11, string.Join(", ", LiveTables.Holding(app, Word)));

        await student.DeleteAsync($"cases/{caseId}").ExpectAsync(HttpStatusCode.NoContent);

        await Eventually.HoldsAsync(() => Task.FromResult(LiveTables.Holding(app, Word).Count == 0), $"'{Word}' to be gone");
        foreach (var person in experts.Append(curator))
        {
            foreach (var route in new[] { "", "/differential", "/timing", "/answers", "/verdicts", "/answers/mine" })
                Assert.NotEqual(HttpStatusCode.OK, (await person.GetAsync($"cases/{caseId}{route}")).StatusCode);
            await person.GetAsync($"cases/{caseId}").ExpectAsync(HttpStatusCode.NotFound);
            Assert.DoesNotContain(caseId.ToString(), (await person.ReadAsync("cases?limit=200")).ToJsonString(), StringComparison.Ordinal);
        }
        await experts[1].PutAsync($"cases/{caseId}/answers/mine", answer).ExpectAsync(HttpStatusCode.NotFound);
        Assert.Empty(await CrowdDxApplication.InboxAsync(experts[1], "all"));
        Assert.Equal("withdrawn", (string?)(await student.ReadAsync($"cases/{caseId}"))["status"]);
        await student.DeleteAsync($"cases/{caseId}").ExpectAsync(HttpStatusCode.NoContent);
        await student.PostAsync($"cases/{caseId}/close").ExpectAsync(HttpStatusCode.NoContent);
        Assert.Equal("withdrawn", (string?)(await student.ReadAsync($"cases/{caseId}"))["status"]);
    }

    [Fact]
    public async Task Permission_WhenNarrowedScopeByScope_CoversLessAndClosesWithTheLast()
    {
        var scene = await app.SceneAsync(experts: 1);

        Assert.Equal(["answers", "teaching"], await NarrowAsync(scene, "researchExport"));
        Assert.Equal(["answers"], await NarrowAsync(scene, "teaching"));
        Assert.Equal(["answers"], await NarrowAsync(scene, "teaching"));
        Assert.Equal([scene.CaseId], await CrowdDxApplication.InboxAsync(scene.Experts[0]));
        Assert.Equal([], await NarrowAsync(scene, "answers"));

        Assert.Equal("closed", (string?)(await scene.Student.ReadAsync($"cases/{scene.CaseId}"))["status"]);
        await scene.Experts[0].GetAsync($"cases/{scene.CaseId}").ExpectAsync(HttpStatusCode.NotFound);
        await scene.Experts[0].PutAsync($"cases/{scene.CaseId}/answers/mine", CrowdDxApplication.AnswerBody("Sarcoidosis")).ExpectAsync(HttpStatusCode.NotFound);
        await scene.Experts[0].DeleteAsync($"cases/{scene.CaseId}/permission/teaching").ExpectAsync(HttpStatusCode.Forbidden);
    }

    private static async Task<IEnumerable<string>> NarrowAsync(Scene scene, string permission)
    {
        await scene.Student.DeleteAsync($"cases/{scene.CaseId}/permission/{permission}").ExpectAsync(HttpStatusCode.NoContent);
        return (await scene.Student.ReadAsync($"cases/{scene.CaseId}"))["permission"]!["scope"]!.AsArray().Select(one => (string)one!);
    }

    private static JsonObject WordyCase(Guid network)
    {
        var body = CrowdDxApplication.CaseBody(network);
        foreach (var field in new[] { "title", "presentation", "history", "examination", "investigations", "question" })
            body[field] = $"The {field} mentions {Word}.";
        return body;
    }
}
