using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Loop;

public sealed class WholeLoopTests : IDisposable
{
    private readonly CrowdDxApplication _app = new();

    [Fact]
    public async Task Case_FromPostToVerdict_IsAnsweredPooledAndTimed()
    {
        var scene = await _app.SceneAsync(experts: 4);
        foreach (var expert in scene.Experts)
            await _app.AnswerAsync(expert, scene.CaseId, "Biliary microlithiasis", "Hereditary pancreatitis|Pancreas divisum");

        var board = await _app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: 4);
        var first = board["entries"]![0]!;
        Assert.Equal("Biliary microlithiasis", (string?)first["label"]);
        Assert.Equal(4, (double)first["score"]!);
        Assert.Equal(0.5, (double)first["share"]!);
        Assert.Equal(2, (int)board["entries"]![1]!["rank"]!);
        Assert.Equal(2, (int)board["entries"]![2]!["rank"]!);
        Assert.True((bool)board["settled"]!);

        var outcome = new { status = "confirmed", basis = "imaging", diagnoses = new[] { new { text = "biliary microlithiasis" } } };
        await scene.Student.PostAsync($"cases/{scene.CaseId}/outcome", outcome).ExpectAsync(HttpStatusCode.Created);
        await Eventually.HoldsAsync(
            async () => (string?)(await scene.Student.ReadAsync($"cases/{scene.CaseId}/verdicts"))["verdicts"]![0]!["proposed"] == "exact", "the proposed verdict");
        await scene.Student.PutAsync($"cases/{scene.CaseId}/verdicts", new { othersWrong = true }).ExpectAsync(HttpStatusCode.OK);

        var timing = await scene.Student.ReadAsync($"cases/{scene.CaseId}/timing");
        Assert.Equal("complete", (string?)timing["verdict"]);
        Assert.Equal((double)timing["firstAnswer"]!, (double)timing["firstCorrectRankOne"]!);
        Assert.Equal((double)timing["nthAnswers"]![3]!, (double)timing["settled"]!);
        Assert.Equal(1, (int)(await scene.Experts[0].ReadAsync("me/record"))["hits"]!);
        Assert.Empty(_app.Log.Errors);
    }

    public void Dispose() => _app.Dispose();
}
