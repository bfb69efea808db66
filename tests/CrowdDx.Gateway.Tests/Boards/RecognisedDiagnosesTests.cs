using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Boards;

/// <summary>What the terminology does to answers and boards: names merge, kinds do not, families and dangers show, verdicts are proposed.</summary>
public sealed class RecognisedDiagnosesTests(CrowdDxApplication app) : IClassFixture<CrowdDxApplication>
{
    [Fact]
    public async Task Siblings_WhenTheySplitTheVote_StayApartAndShowAsAFamily()
    {
        var scene = await app.SceneAsync(experts: 5);
        string[] typed = ["biliary sludge", "microlithiasis of the gallbladder", "Gallensteine", "hereditary pancreatitis", "hereditary pancreatitis"];
        for (var i = 0; i < typed.Length; i++)
            await app.AnswerAsync(scene.Experts[i], scene.CaseId, typed[i]);

        var board = await app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: 5);

        Assert.Equal("Hereditary pancreatitis", (string)board["entries"]![0]!["label"]!);
        var family = board["families"]!.AsArray().Single(f => (string)f!["diagnosisId"]! == "d:gallstone-disease")!;
        Assert.Equal((3, 3, true), ((int)family["score"]!, (int)family["experts"]!, (bool)family["leadsUnseen"]!));
        Assert.Equal(3, family["members"]!.AsArray().Count);
    }

    [Fact]
    public async Task Danger_KnownToTheTerminology_IsShownThoughNobodyMarksIt()
    {
        var scene = await app.SceneAsync(experts: 1);
        await app.AnswerAsync(scene.Experts[0], scene.CaseId, "Costochondritis", "aortic dissection");

        var board = await app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: 1);

        Assert.Equal("d:aortic-dissection", (string)Assert.Single(board["mustNotMiss"]!.AsArray())!["diagnosisId"]!);
    }

    [Fact]
    public async Task Abbreviation_OfSeveralSenses_IsChosenByTheCasesSpecialtiesOrStaysWords()
    {
        var scene = await app.SceneAsync(experts: 1);
        var answer = await app.AnswerAsync(scene.Experts[0], scene.CaseId, "MS", "PSC");

        Assert.StartsWith("n:", (string)answer["diagnoses"]![0]![0]!["diagnosisId"]!, StringComparison.Ordinal);
        Assert.Equal("d:primary-sclerosing-cholangitis", (string)answer["diagnoses"]![1]![0]!["diagnosisId"]!);
    }

    [Fact]
    public async Task SameDisease_NamedTwiceInOtherWords_IsRefused()
    {
        var scene = await app.SceneAsync(experts: 1);
        await scene.Experts[0].PutAsync($"cases/{scene.CaseId}/answers/mine", CrowdDxApplication.AnswerBody("heart attack", "myocardial infarction"))
            .ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
    }

    [Theory]
    [InlineData("Herzinf", "d:myocardial-infarction")]
    [InlineData("gullain bar", "d:guillain-barre-syndrome")]
    public async Task Completion_InAnyLanguageAndWithSlips_ComesFromTheTerminology(string typed, string first)
    {
        var expert = await app.ExpertAsync();
        var found = await expert.ReadAsync($"diagnoses?q={Uri.EscapeDataString(typed)}");
        Assert.Equal(first, (string)Items(found)[0]!["diagnosisId"]!);
    }

    [Fact]
    public async Task Recognition_OfAnUnclearPhrase_SaysWhatItMayMean()
    {
        var expert = await app.ExpertAsync();
        var found = Items(await expert.PostAsync("diagnoses/recognize", new { phrases = new[] { "MS", "T2DM" } }).ReadAsync(HttpStatusCode.OK));
        Assert.Contains("d:multiple-sclerosis", found[0]!["didYouMean"]!.AsArray().Select(meaning => (string)meaning!["diagnosisId"]!));
        Assert.Equal("d:type-2-diabetes-mellitus", (string)found[1]!["diagnosisId"]!);
        Assert.Empty(found[1]!["didYouMean"]!.AsArray());
    }

    [Fact]
    public async Task Verdicts_AreProposedFromTheHierarchy()
    {
        var scene = await app.SceneAsync(experts: 1);
        await app.AnswerAsync(scene.Experts[0], scene.CaseId, "gallstone pancreatitis", "acute pancreatitis", "pancreatitis", "gout");
        await scene.Student.PostAsync($"cases/{scene.CaseId}/outcome", new { status = "confirmed", basis = "imaging", diagnoses = new[] { new { text = "acute pancreatitis" } } })
            .ExpectAsync(HttpStatusCode.Created);

        var verdicts = await Eventually.GetAsync(
            async () => (await scene.Student.ReadAsync($"cases/{scene.CaseId}/verdicts"))["verdicts"]!.AsArray() is var read && read.Any(v => v!["proposed"] is not null) ? read : null, "the verdicts");

        var proposed = verdicts.ToDictionary(v => (string)v!["label"]!, v => (string?)v!["proposed"]);
        Assert.Equal(("exact", "narrower", "broader", null), (proposed["Acute pancreatitis"], proposed["Gallstone pancreatitis"], proposed["Pancreatitis"], proposed["Gout"]));
    }

    private static JsonArray Items(JsonNode found) => found as JsonArray ?? found["items"]!.AsArray();
}
