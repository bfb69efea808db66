using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Testing;

using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Gateway.Tests.Lifecycle;

/// <summary>What a case turned out to be, who was right, and how long it took.</summary>
public sealed class OutcomeTests : IDisposable
{
    private readonly ShiftedClock _clock = new();
    private readonly CrowdDxApplication _app;

    public OutcomeTests() => _app = new CrowdDxApplication().With(services => services.AddSingleton<TimeProvider>(_clock));

    [Fact]
    public async Task Timing_WhenTheVerdictsAreComplete_SaysHowLongTheCrowdTook()
    {
        var scene = await _app.SceneAsync(experts: 4);
        string[][] answers = [["Sarcoidosis"], ["Sarcoidosis", "Biliary microlithiasis"], ["Biliary microlithiasis"], ["Biliary microlithiasis"]];
        for (var i = 0; i < answers.Length; i++)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            await _app.AnswerAsync(scene.Experts[i], scene.CaseId, answers[i]);
            await _app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: i + 1);
        }
        Assert.Equal("missing", (string?)(await TimingAsync(scene))["verdict"]);
        await _app.RecordOutcomeAsync(scene.Student, scene.CaseId);
        var partial = await TimingAsync(scene);
        Assert.Equal(("partial", null), ((string?)partial["verdict"], (double?)partial["firstCorrectAnyRank"]));

        var queue = (await _app.JudgeAsync(scene.Student, scene.CaseId))["verdicts"]!.AsArray();
        Assert.Equal([("Biliary microlithiasis", "exact", null), ("Sarcoidosis", null, "wrong")],
            queue.Select(v => ((string?)v!["label"], (string?)v["proposed"], (string?)v["confirmed"])));
        Assert.All(queue, v => Assert.Equal(["diagnosisId", "label", "proposed", "confirmed"], v!.AsObject().Select(member => member.Key)));

        var timing = await TimingAsync(scene);
        Assert.Equal("complete", (string?)timing["verdict"]);
        var hours = new[] { "firstAnswer", "firstCorrectAnyRank", "firstCorrectRankOne", "boardTopThree", "leadsAndStays" }
            .Select(member => Math.Floor((double)timing[member]! / 3_600));
        Assert.Equal([1, 2, 3, 2, 4], hours);
        Assert.Equal(4, timing["nthAnswers"]!.AsArray().Count);
        Assert.Equal([(1, 0), (1, 1), (1, 1), (1, 1)], await RecordsAsync(scene));
    }

    [Fact]
    public async Task Outcome_WhenRecordedAgain_IsANewVersionAndTheRecordsFollow()
    {
        var scene = await _app.SceneAsync(experts: 2);
        await _app.AnswerAsync(scene.Experts[0], scene.CaseId, "Biliary microlithiasis");
        await _app.AnswerAsync(scene.Experts[1], scene.CaseId, "Sarcoidosis");

        var first = await _app.RecordOutcomeAsync(scene.Student, scene.CaseId);
        await _app.JudgeAsync(scene.Student, scene.CaseId);
        Assert.Equal((1, false, true), ((int)first["version"]!, (bool)first["sawBoard"]!, (bool)first["countsForAccuracy"]!));
        Assert.Equal([(1, 1), (1, 0)], await RecordsAsync(scene));

        await _app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: 2);
        var second = await _app.RecordOutcomeAsync(scene.Student, scene.CaseId, "Sarcoidosis");
        await _app.JudgeAsync(scene.Student, scene.CaseId);
        Assert.Equal((2, true, true), ((int)second["version"]!, (bool)second["sawBoard"]!, (bool)second["countsForAccuracy"]!));
        Assert.Equal([(1, 0), (1, 1)], await RecordsAsync(scene));

        var third = await scene.Student.PostAsync($"cases/{scene.CaseId}/outcome", new { status = "undiagnosed" }).ReadAsync(HttpStatusCode.Created);
        Assert.Equal((3, false), ((int)third["version"]!, (bool)third["countsForAccuracy"]!));
        await Eventually.HoldsAsync(async () => await RecordsAsync(scene) is [(0, 0), (0, 0)], "the records without an outcome");
        Assert.Equal("missing", (string?)(await TimingAsync(scene))["verdict"]);
    }

    [Theory]
    [InlineData("expertConsensus", false)]
    [InlineData("imaging", true)]
    public async Task Outcome_WhenByConsensusOrFromTheBoard_NeverFeedsAccuracy(string basis, bool fromBoard)
    {
        var scene = await _app.SceneAsync(experts: 1);
        await _app.AgreeAsync(scene, scene.Experts);

        var outcome = await _app.RecordOutcomeAsync(scene.Student, scene.CaseId, basis: basis, fromBoard: fromBoard);
        await _app.JudgeAsync(scene.Student, scene.CaseId);

        Assert.False((bool)outcome["countsForAccuracy"]!);
        Assert.Equal([(0, 0)], await RecordsAsync(scene));
        var timing = await TimingAsync(scene);
        Assert.Equal(("missing", null), ((string?)timing["verdict"], (double?)timing["firstCorrectRankOne"]));
    }

    [Fact]
    public async Task TrackRecords_WhenSomeKnewOrSawTheDiagnosis_LeaveThemOut()
    {
        var scene = await _app.SceneAsync(experts: 5);
        var (blind, insider, sighted, told, late) = (scene.Experts[0], scene.Experts[1], scene.Experts[2], scene.Experts[3], scene.Experts[4]);
        await _app.AnswerAsync(blind, scene.CaseId, "Biliary microlithiasis");
        await CrowdDxApplication.DeclineAsync(insider, scene.CaseId, "knowThisCase");
        await _app.AnswerAsync(insider, scene.CaseId, "Biliary microlithiasis");
        await CrowdDxApplication.DeclineAsync(sighted, scene.CaseId, "busy");
        await _app.AnswerAsync(sighted, scene.CaseId, "Biliary microlithiasis");
        await CrowdDxApplication.AddAsync(scene.Student, scene.CaseId, "Endoscopic ultrasound showed sludge.", revealsDiagnosis: true);
        await _app.AnswerAsync(told, scene.CaseId, "Biliary microlithiasis");
        await CrowdDxApplication.CloseAsync(scene.Student, scene.CaseId);
        await _app.AnswerAsync(late, scene.CaseId, "Biliary microlithiasis");

        await _app.RecordOutcomeAsync(scene.Student, scene.CaseId);
        await _app.JudgeAsync(scene.Student, scene.CaseId);

        Assert.Equal([(1, 1), (0, 0), (0, 0), (0, 0), (0, 0)], await RecordsAsync(scene));
        var board = await _app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: 2);
        Assert.Equal((2, 1), ((int)board["secondLookAnswers"]!, (int)board["lateAnswers"]!));
    }

    [Fact]
    public async Task Verdicts_WhenAskedForByExperts_AreNotThereAndCuratorsMayJudge()
    {
        var curator = await _app.CuratorAsync();
        var network = await _app.CreateNetworkAsync(curator);
        var (student, expert) = (await _app.StudentAsync(), await _app.ExpertAsync());
        await _app.JoinAsync(expert, network);
        var caseId = await _app.SubmitCaseAsync(student, network);
        await _app.WaitForInvitationAsync(expert, caseId);
        await _app.AnswerAsync(expert, caseId, "Biliary microlithiasis", "Sarcoidosis");
        await student.GetAsync($"cases/{caseId}/verdicts").ExpectAsync(HttpStatusCode.NotFound);
        await _app.RecordOutcomeAsync(student, caseId);

        await expert.GetAsync($"cases/{caseId}/verdicts").ExpectAsync(HttpStatusCode.NotFound);
        await expert.PutAsync($"cases/{caseId}/verdicts", new { othersWrong = true }).ExpectAsync(HttpStatusCode.NotFound);
        var judged = await curator.PutAsync($"cases/{caseId}/verdicts", new { verdicts = new[] { new { diagnosisId = "d:sarcoidosis", verdict = "partial" } } }).ReadAsync(HttpStatusCode.OK);

        Assert.True((bool)judged["complete"]!);
        Assert.Equal(1, (int)(await expert.ReadAsync("me/record"))["hits"]!);
    }

    public void Dispose() => _app.Dispose();

    private static Task<JsonNode> TimingAsync(Scene scene) => scene.Student.ReadAsync($"cases/{scene.CaseId}/timing");

    private static async Task<(int Cases, int Hits)[]> RecordsAsync(Scene scene)
        => await Task.WhenAll(scene.Experts.Select(async expert => await expert.ReadAsync("me/record") is var record ? ((int)record["cases"]!, (int)record["hits"]!) : default));
}
