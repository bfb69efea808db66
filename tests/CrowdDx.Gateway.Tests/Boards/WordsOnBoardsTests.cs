using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Boards;

public sealed class WordsOnBoardsTests(CrowdDxApplication app) : IClassFixture<CrowdDxApplication>
{
    [Fact]
    public async Task Entry_WhenAnExpertWroteItAnewAfterSeeingTheBoard_ShowsWhatTheBoardPools()
    {
        var scene = await app.SceneAsync(experts: 1);
        await app.AnswerAsync(scene.Experts[0], scene.CaseId, "biliary microlithiasis");
        await app.WaitForDifferentialAsync(scene.Experts[0], scene.CaseId, answers: 1);
        await app.AnswerAsync(scene.Experts[0], scene.CaseId, "Biliary  Microlithiasis");
        await WaitForVersionAsync(scene, version: 2);

        Assert.Equal(["biliary microlithiasis"], await PhrasesAsync(scene, "blind"));
        Assert.Equal(["Biliary  Microlithiasis"], await PhrasesAsync(scene, "secondLook"));
    }

    [Fact]
    public async Task MustNotMiss_OnTheBoardOfLateAnswers_KeepsItsName()
    {
        var scene = await app.SceneAsync(experts: 1);
        var answer = CrowdDxApplication.AnswerBody("Testicular torsion");
        answer["diagnoses"]![0]![0]!["dangerous"] = true;
        answer["nextTest"] = "Doppler";
        await scene.Experts[0].PutAsync($"cases/{scene.CaseId}/answers/mine", answer).ExpectAsync(HttpStatusCode.Created);
        await app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: 1);
        await scene.Student.PostAsync($"cases/{scene.CaseId}/close").ExpectAsync(HttpStatusCode.NoContent);
        await app.AnswerAsync(scene.Experts[0], scene.CaseId, "Epididymitis");
        await WaitForVersionAsync(scene, version: 2);

        var late = await BoardAsync(scene, "late");
        Assert.Equal("Epididymitis", (string?)late["entries"]![0]!["label"]);
        Assert.Equal("Testicular torsion", (string?)late["mustNotMiss"]![0]!["label"]);
        Assert.Equal("Doppler", (string?)(await BoardAsync(scene, "blind"))["nextTests"]![0]!["text"]);
    }

    [Fact]
    public async Task Verdicts_WhenADiagnosisIsNamedTwice_AreRefused()
    {
        var scene = await app.SceneAsync(experts: 1);
        await app.AnswerAsync(scene.Experts[0], scene.CaseId, "Gout", "Pseudogout");
        await scene.Student.PostAsync($"cases/{scene.CaseId}/outcome", new { status = "confirmed", basis = "course", diagnoses = new[] { new { text = "Lupus" } } })
            .ExpectAsync(HttpStatusCode.Created);
        var twice = new { verdicts = new[] { new { diagnosisId = "d:gout", verdict = "wrong" }, new { diagnosisId = "d:gout", verdict = "exact" } } };

        var problem = await scene.Student.PutAsync($"cases/{scene.CaseId}/verdicts", twice).ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request");

        Assert.NotNull(problem["errors"]!["verdicts[1].diagnosisId"]);
        Assert.Empty(app.Log.Errors);
    }

    private static Task<JsonNode> BoardAsync(Scene scene, string kind) => scene.Student.ReadAsync($"cases/{scene.CaseId}/differential?board={kind}");

    private static async Task<IEnumerable<string?>> PhrasesAsync(Scene scene, string kind)
        => (await BoardAsync(scene, kind))["entries"]![0]!["phrases"]!.AsArray().Select(phrase => (string?)phrase!["text"]);

    private static Task WaitForVersionAsync(Scene scene, int version)
        => Eventually.HoldsAsync(async () => (int)(await BoardAsync(scene, "blind"))["version"]! >= version, $"board version {version}");
}
