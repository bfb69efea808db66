using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Blindness;

/// <summary>Nothing that others do shows in any response that an invited expert gets before answering, whatever else that person is.</summary>
public sealed class StayingBlindTests(CrowdDxApplication app) : IClassFixture<CrowdDxApplication>
{
    [Theory]
    [InlineData("expert")]
    [InlineData("expert", "curator")]
    [InlineData("expert", "operator")]
    [InlineData("expert", "student")]
    public async Task Responses_WhenFiveOthersAnswerAndTheCaseSettles_StayTheSame(params string[] roles)
    {
        var (scene, blind, recorder) = await SceneAsync(roles);
        var before = await recorder.RecordAsync();

        foreach (var (other, i) in scene.Experts.Select((other, i) => (other, i)))
            await SaySomethingAsync(scene, other, i);
        var board = await app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: 5);
        Assert.True((bool)board["settled"]!, board.ToJsonString());
        ResponseRecorder.ExpectEqual(before, await recorder.RecordAsync(), "five others answered and the case settled");
        Assert.Contains(scene.CaseId, await CrowdDxApplication.InboxAsync(blind));

        await CrowdDxApplication.BoardAsync(scene.Experts[0], scene.CaseId);
        await app.AnswerAsync(scene.Experts[0], scene.CaseId, "Sarcoidosis");
        await Eventually.HoldsAsync(
            async () => (int)(await CrowdDxApplication.BoardAsync(scene.Student, scene.CaseId))["secondLookAnswers"]! == 1, "the second look");
        ResponseRecorder.ExpectEqual(before, await recorder.RecordAsync(), "somebody had a second look");

        await app.RecordOutcomeAsync(scene.Student, scene.CaseId);
        await app.JudgeAsync(scene.Student, scene.CaseId);
        ResponseRecorder.ExpectEqual(before, await recorder.RecordAsync(), "the outcome is known and judged");
        app.ExpectNoErrors();
    }

    [Fact]
    public async Task Responses_WhenOthersDeclineOrAsk_StayTheSame()
    {
        var (scene, _, recorder) = await SceneAsync(["expert"]);
        var before = await recorder.RecordAsync();

        foreach (var (other, reason) in scene.Experts.Zip(["notMyField", "busy", "notEnoughInformation", "knowThisCase"]))
            await CrowdDxApplication.DeclineAsync(other, scene.CaseId, reason);
        await scene.Experts[4].PostAsync($"cases/{scene.CaseId}/questions", new { text = "Any family history?" }).ExpectAsync(HttpStatusCode.Created);

        ResponseRecorder.ExpectEqual(before, await recorder.RecordAsync(), "others declined or asked");
    }

    [Fact]
    public async Task Recorder_WhenTheExpertAnswers_SeesTheBoard()
    {
        var (scene, blind, recorder) = await SceneAsync(["expert"]);
        var before = await recorder.RecordAsync();
        Assert.Contains($"GET /api/v1/cases/{scene.CaseId}/differential?board=secondLook ", before.Keys);
        Assert.Contains("GET /api/v1/inbox?state=answered ", before.Keys);
        Assert.StartsWith("403", before[$"GET /api/v1/cases/{scene.CaseId}/differential "], StringComparison.Ordinal);

        await app.AnswerAsync(blind, scene.CaseId, "Biliary microlithiasis");
        await app.WaitForDifferentialAsync(blind, scene.CaseId, answers: 1);

        var after = await recorder.RecordAsync();
        var changed = before.Keys.Where(key => before[key] != after.GetValueOrDefault(key)).ToList();
        foreach (var route in new[] { "differential", "timing", "answers", "answers/mine" })
            Assert.Contains($"GET /api/v1/cases/{scene.CaseId}/{route} ", changed);
    }

    private async Task SaySomethingAsync(Scene scene, Person other, int i)
    {
        await other.PutAsync("me/preferences", new { shownName = "realName", researchUse = true }).ExpectAsync(HttpStatusCode.OK);
        var body = CrowdDxApplication.AnswerBody("Biliary microlithiasis", i % 2 == 0 ? "Sarcoidosis" : "Hereditary pancreatitis");
        body["rationale"] = "Recurrent and young.";
        body["nextTest"] = "Endoscopic ultrasound";
        await other.PutAsync($"cases/{scene.CaseId}/answers/mine", body).ExpectAsync(HttpStatusCode.Created);
    }

    /// <summary>Two cases before a person who may be more than an expert, and five others, one of whom looks after the network.</summary>
    private async Task<(Scene Scene, Person Blind, ResponseRecorder Recorder)> SceneAsync(string[] roles)
    {
        var blind = (await app.CreateAsync(1, roles))[0];
        var network = await app.CreateNetworkAsync(roles.Contains("curator") ? blind : null);
        var others = await app.ExpertsAsync(5);
        foreach (var expert in others.Append(blind))
            await app.JoinAsync(expert, network);
        var student = await app.StudentAsync();
        var caseId = await app.SubmitCaseAsync(student, network);
        var later = await app.SubmitCaseAsync(student, network);
        foreach (var expert in others.Append(blind))
        {
            await app.WaitForInvitationAsync(expert, caseId);
            await app.WaitForInvitationAsync(expert, later);
        }
        return (new(network, student, others, caseId), blind, new(blind, caseId, network));
    }
}
