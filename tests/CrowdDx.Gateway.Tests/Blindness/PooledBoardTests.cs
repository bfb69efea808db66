using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Blindness;

/// <summary>What the board is made of: codes, phrases, dangers, tests, names; how it freezes, and how it stood.</summary>
public sealed class PooledBoardTests(CrowdDxApplication app) : IClassFixture<CrowdDxApplication>
{
    [Fact]
    public async Task Coding_WhenGiven_IsTheIdentityWhateverTheText()
    {
        var scene = await app.SceneAsync(experts: 3);
        await AnswerAsync(scene, 0, """{"diagnoses": [[{"text": "Heart attack", "coding": {"system": "sct", "code": "22298006"}}]]}""");
        await AnswerAsync(scene, 1, """{"diagnoses": [[{"text": "Myocardial infarction", "coding": {"system": "sct", "code": "22298006"}}]]}""");
        await AnswerAsync(scene, 2, """{"diagnoses": [[{"text": "Heart attack", "coding": {"system": "sct", "code": "394659003"}}, {"text": "Heart  ATTACK"}]]}""");

        var board = await app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: 3);

        var entries = board["entries"]!.AsArray().ToDictionary(e => (string)e!["diagnosisId"]!, e => e!);
        Assert.Equal(["c:sct|22298006", "c:sct|394659003", "d:myocardial-infarction"], entries.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2, (int)entries["c:sct|22298006"]["experts"]!);
        Assert.Equal(["Heart attack", "Myocardial infarction"], entries["c:sct|22298006"]["phrases"]!.AsArray().Select(p => (string)p!["text"]!));
        Assert.All(entries["c:sct|22298006"]["phrases"]!.AsArray(), phrase => Assert.Equal("coding", (string)phrase!["rule"]!));
        Assert.Equal("name", (string)entries["d:myocardial-infarction"]["phrases"]![0]!["rule"]!);
    }

    [Fact]
    public async Task Phrases_WhenTheyMeanTheSame_MergeUnderItsNameAndAreCounted()
    {
        var scene = await app.SceneAsync(experts: 3);
        string[] typed = ["Crohn's disease", "Morbus Crohn", "Crohn's disease"];
        for (var i = 0; i < typed.Length; i++)
            await app.AnswerAsync(scene.Experts[i], scene.CaseId, typed[i]);

        var board = await app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: 3);

        var entry = Assert.Single(board["entries"]!.AsArray())!;
        Assert.Equal("Crohn disease", (string)entry["label"]!);
        Assert.Equal([("Crohn's disease", 2), ("Morbus Crohn", 1)], entry["phrases"]!.AsArray().Select(p => ((string)p!["text"]!, (int)p["count"]!)));
    }

    [Fact]
    public async Task MustNotMissAndNextTests_WhenExpertsNameThem_AreGroupedAndStayAfterClosing()
    {
        var scene = await app.SceneAsync(experts: 3);
        const string Dangerous = """{"diagnoses": [[{"text": "Sarcoidosis"}], [{"text": "Aortic dissection", "dangerous": true}]], "nextTest": "CT angiography"}""";
        await AnswerAsync(scene, 0, Dangerous);
        await AnswerAsync(scene, 1, """{"diagnoses": [[{"text": "Sarcoidosis"}]], "nextTest": "ct  angiography"}""");
        await AnswerAsync(scene, 2, """{"diagnoses": [[{"text": "Sarcoidosis"}]], "nextTest": "Biopsy"}""");
        var before = await app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: 3);

        var danger = Assert.Single(before["mustNotMiss"]!.AsArray())!;
        Assert.Equal(("Aortic dissection", 0.5, 1), ((string)danger["label"]!, (double)danger["score"]!, (int)danger["experts"]!));
        Assert.Equal([false, true], before["entries"]!.AsArray().Select(e => (bool)e!["dangerous"]!));
        Assert.Equal([("CT angiography", 2), ("Biopsy", 1)], before["nextTests"]!.AsArray().Select(t => ((string)t!["text"]!, (int)t["experts"]!)));

        await CrowdDxApplication.CloseAsync(scene.Student, scene.CaseId);
        await AnswerAsync(scene, 0, """{"diagnoses": [[{"text": "Tuberculosis"}]], "nextTest": "Sputum culture"}""");
        var late = await LateBoardAsync(scene);
        var after = await CrowdDxApplication.BoardAsync(scene.Student, scene.CaseId);
        foreach (var member in new[] { "entries", "mustNotMiss", "nextTests", "answers", "settled" })
            Assert.Equal(before[member]!.ToJsonString(), after[member]!.ToJsonString());
        Assert.Equal(["Tuberculosis"], CrowdDxApplication.Labels(late));
        Assert.Equal("Aortic dissection", (string?)late["mustNotMiss"]![0]!["label"]);
    }

    [Fact]
    public async Task Answer_WhenTheCaseIsClosed_IsKeptMarkedLateAndShownBesideTheFrozenBoard()
    {
        var scene = await app.SceneAsync(experts: 2);
        var frozen = await app.AgreeAsync(scene, [scene.Experts[0]]);
        await CrowdDxApplication.CloseAsync(scene.Student, scene.CaseId);
        Assert.Empty(await CrowdDxApplication.InboxAsync(scene.Experts[1], "all"));

        var late = await app.AnswerAsync(scene.Experts[1], scene.CaseId, "Sarcoidosis");

        Assert.Equal((1, true, false), ((int)late["version"]!, (bool)late["late"]!, (bool)late["sawBoard"]!));
        Assert.Equal(["Sarcoidosis"], CrowdDxApplication.Labels(await LateBoardAsync(scene)));
        var board = await CrowdDxApplication.BoardAsync(scene.Student, scene.CaseId);
        Assert.Equal(frozen["entries"]!.ToJsonString(), board["entries"]!.ToJsonString());
        var opinions = (await scene.Student.ReadAsync($"cases/{scene.CaseId}/answers"))["items"]!.AsArray();
        Assert.Equal([true, false], opinions.Select(o => (bool)o!["answer"]!["late"]!));
    }

    [Fact]
    public async Task Board_WhenAskedAsOfAnInstant_IsTheOneThatStoodThen()
    {
        var scene = await app.SceneAsync(experts: 2);
        var first = await app.AgreeAsync(scene, [scene.Experts[0]], "Sarcoidosis");
        await app.AnswerAsync(scene.Experts[1], scene.CaseId, "Tuberculosis");
        var second = await app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: 2);
        var posted = (DateTimeOffset)(await scene.Student.ReadAsync($"cases/{scene.CaseId}"))["postedAt"]!;

        Assert.Equal(0, (int)(await AsOfAsync(scene, posted))["version"]!);
        Assert.Equal(first.ToJsonString(), (await AsOfAsync(scene, (DateTimeOffset)first["computedAt"]!)).ToJsonString());
        Assert.Equal(first.ToJsonString(), (await AsOfAsync(scene, ((DateTimeOffset)second["computedAt"]!).AddTicks(-1))).ToJsonString());
        Assert.Equal(second.ToJsonString(), (await AsOfAsync(scene, ((DateTimeOffset)second["computedAt"]!).AddYears(1))).ToJsonString());
    }

    [Fact]
    public async Task Names_WhenExpertsAnswer_ArePseudonymsThatStayOrRealOnesByChoice()
    {
        var scene = await app.SceneAsync(experts: 3);
        for (var i = 0; i < 3; i++)
        {
            await app.AnswerAsync(scene.Experts[i], scene.CaseId, "Sarcoidosis");
            await app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: i + 1);
        }
        Assert.Equal(["Expert 3", "Expert 2", "Expert 1"], await NamesAsync(scene));

        await app.AnswerAsync(scene.Experts[0], scene.CaseId, "Tuberculosis");
        await scene.Experts[1].PutAsync("me/preferences", new { shownName = "realName" }).ExpectAsync(HttpStatusCode.OK);

        Assert.Equal(["Expert 1", "Expert 3", scene.Experts[1].Name], await NamesAsync(scene));
        Assert.Equal([false, false, true], (await scene.Experts[1].ReadAsync($"cases/{scene.CaseId}/answers"))["items"]!.AsArray().Select(o => (bool)o!["mine"]!));
    }

    private static async Task<IEnumerable<string>> NamesAsync(Scene scene)
        => (await scene.Student.ReadAsync($"cases/{scene.CaseId}/answers"))["items"]!.AsArray().Select(o => (string)o!["expert"]!);

    private static async Task AnswerAsync(Scene scene, int expert, string body)
        => await scene.Experts[expert].PutAsync($"cases/{scene.CaseId}/answers/mine", body).ExpectAsync(HttpStatusCode.Created);

    private static Task<JsonNode> AsOfAsync(Scene scene, DateTimeOffset at)
        => CrowdDxApplication.BoardAsync(scene.Student, scene.CaseId, $"?asOf={Uri.EscapeDataString(at.ToString("O"))}");

    private static Task<JsonNode> LateBoardAsync(Scene scene)
        => Eventually.GetAsync(
            async () => await CrowdDxApplication.BoardAsync(scene.Student, scene.CaseId, "?board=late") is var board && (int)board["lateAnswers"]! == 1 ? board : null,
            "the late board");
}
