using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Input;

[Collection(Desk.Name)]
public sealed class AnswerInputTests(Desk desk)
{
    private string Mine => $"cases/{desk.Side.CaseId}/answers/mine";

    [Theory]
    [InlineData("""{}""", "diagnoses")]
    [InlineData("""{"diagnoses": []}""", "diagnoses")]
    [InlineData("""{"diagnoses": [[]]}""", "diagnoses[0]")]
    [InlineData("""{"diagnoses": [[{"text": "Gout"}], []]}""", "diagnoses[1]")]
    [InlineData("""{"diagnoses": [null]}""", "diagnoses[0]")]
    [InlineData("""{"diagnoses": [[null]]}""", "diagnoses[0]")]
    [InlineData("""{"diagnoses": [[{}]]}""", "diagnoses[0][0].text")]
    [InlineData("""{"diagnoses": [[{"text": ""}]]}""", "diagnoses[0][0].text")]
    [InlineData("""{"diagnoses": [[{"text": " \t "}]]}""", "diagnoses[0][0].text")]
    [InlineData("""{"diagnoses": [[{"text": "?!"}]]}""", "diagnoses[0][0].text")]
    [InlineData("""{"diagnoses": [[{"text": "Gout\u0000"}]]}""", "diagnoses[0][0].text")]
    [InlineData("""{"diagnoses": [[{"text": "Gout\u001b[31m"}]]}""", "diagnoses[0][0].text")]
    [InlineData("""{"diagnoses": [[{"text": "Gout"}, {"text": "gout"}]]}""", "diagnoses[0][1].text")]
    [InlineData("""{"diagnoses": [[{"text": "Gout"}], [{"text": " GOUT "}]]}""", "diagnoses[1][0].text")]
    [InlineData("""{"diagnoses": [[{"text": "Gout", "coding": {"system": "urn:x", "code": "1"}}, {"text": "Podagra", "coding": {"system": "urn:x", "code": "1"}}]]}""", "diagnoses[0][1].text")]
    [InlineData("""{"diagnoses": [[{"text": "Gout", "confidence": 1.01}]]}""", "diagnoses[0][0].confidence")]
    [InlineData("""{"diagnoses": [[{"text": "Gout", "confidence": -0.01}]]}""", "diagnoses[0][0].confidence")]
    [InlineData("""{"diagnoses": [[{"text": "Gout", "confidence": 1e400}]]}""", "diagnoses[0][0].confidence")]
    [InlineData("""{"diagnoses": [[{"text": "Gout", "confidence": "NaN"}]]}""", "diagnoses[0][0].confidence")]
    [InlineData("""{"diagnoses": [[{"text": "Gout", "confidence": NaN}]]}""", "diagnoses[0][0].confidence")]
    [InlineData("""{"diagnoses": [[{"text": "Gout", "diagnosisId": "d:no-such-disease"}]]}""", "diagnoses[0][0].diagnosisId")]
    [InlineData("""{"diagnoses": [[{"text": "Gout", "coding": {}}]]}""", "diagnoses[0][0].coding.system")]
    [InlineData("""{"diagnoses": [[{"text": "Gout", "coding": {"system": "urn:x", "code": "\n"}}]]}""", "diagnoses[0][0].coding.code")]
    [InlineData("""{"diagnoses": [[{"text": "Gout", "coding": {"system": "urn:\nx", "code": "1"}}]]}""", "diagnoses[0][0].coding")]
    [InlineData("""{"diagnoses": [[{"text": "Gout"}]], "assistance": "aFriend"}""", "assistance")]
    [InlineData("""{"diagnoses": [[{"text": "Gout"}]], "assistance": 1}""", "assistance")]
    [InlineData("""{"diagnoses": [[{"text": "Gout"}]], "caseRevision": 0}""", "caseRevision")]
    [InlineData("""{"diagnoses": [[{"text": "Gout"}]], "caseRevision": 1000}""", "caseRevision")]
    [InlineData("""{"diagnoses": [[{"text": "Gout"}]], "rationale": "One\nand two"}""", "rationale")]
    [InlineData("""{"diagnoses": [[{"text": "Gout"}]], "rationale": "Bell \u0007"}""", "rationale")]
    [InlineData("""{"diagnoses": [[{"text": "Gout"}]], "nextTest": "\u0085"}""", "nextTest")]
    public async Task Answer_ThatBreaksARule_IsRefusedWithTheField(string body, string field) => await RefusedAsync(body, field);

    [Fact]
    public async Task Answer_OfSixRankGroups_IsRefused()
        => await RefusedAsync(CrowdDxApplication.AnswerBody("Gout", "Lupus", "Sarcoidosis", "Psoriasis", "Whipple disease", "Amyloidosis").ToJsonString(), "diagnoses");

    [Fact]
    public async Task Answer_OfElevenDiagnoses_IsRefused()
        => await RefusedAsync(CrowdDxApplication.AnswerBody(string.Join('|', Enumerable.Range(0, 11).Select(i => $"Gout type {(char)('a' + i)}"))).ToJsonString(), "diagnoses");

    [Fact]
    public async Task Answer_WithAPhraseOf100000Characters_IsRefused()
        => await RefusedAsync(CrowdDxApplication.AnswerBody(new string('g', 100_000)).ToJsonString(), "diagnoses[0][0].text");

    [Theory]
    [InlineData("""{"diagnoses": [[{"text": "Gout"}]], "rationale": "Zyzzyvaxus, seen on 14 March 2024"}""", "rationale")]
    [InlineData("""{"diagnoses": [[{"text": "Gout"}]], "nextTest": "Ask zyzzyvaxus@example.org"}""", "nextTest")]
    [InlineData("""{"diagnoses": [[{"text": "Gout of 123-45-6789 Zyzzyvaxus"}]]}""", "diagnoses[0][0].text")]
    public async Task Answer_ThatMayIdentify_IsRefusedWithFindings(string body, string field)
    {
        var before = await desk.StoredAsync();
        var problem = await desk.Side.Blind.PutAsync(Mine, body).ReadProblemAsync(HttpStatusCode.UnprocessableEntity, "identifiers-found");
        Assert.All(problem["findings"]!.AsArray(), finding => Assert.Equal(field, (string?)finding!["field"]));
        Assert.NotEmpty(problem["findings"]!.AsArray());
        Assert.Equal(before, await desk.StoredAsync());
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("1e-400", 0)]
    public async Task Confidence_AtItsEnds_IsKept(string written, double kept)
    {
        var side = await desk.Side.WithFreshCaseAsync();
        var answer = await side.Blind.PutAsync($"cases/{side.CaseId}/answers/mine", $$"""{"diagnoses": [[{"text": "Gout", "confidence": {{written}}}]]}""").ReadAsync(HttpStatusCode.Created);
        Assert.Equal(kept, (double)answer["diagnoses"]![0]![0]!["confidence"]!);
    }

    [Fact]
    public async Task Answer_AfterClosing_IsKeptAndMarkedLateAndTheBoardStands()
    {
        var side = await desk.Side.WithFreshCaseAsync();
        await desk.App.WaitForDifferentialAsync(side.Author, side.CaseId, answers: 1);
        await side.Author.PostAsync($"cases/{side.CaseId}/close").ExpectAsync(HttpStatusCode.NoContent);
        var frozen = await side.Author.ReadAsync($"cases/{side.CaseId}/differential");
        var late = await desk.App.AnswerAsync(side.Blind, side.CaseId, "Too late syndrome");
        Assert.True((bool)late["late"]!);

        var after = await Eventually.GetAsync(
            async () => await side.Author.ReadAsync($"cases/{side.CaseId}/differential") is var board && (int)board["lateAnswers"]! == 1 ? board : null, "the late answer beside the board");
        foreach (var member in new[] { "answers", "entries", "settled", "mustNotMiss" })
            Assert.Equal(frozen[member]!.ToJsonString(), after[member]!.ToJsonString());
        var beside = await side.Author.ReadAsync($"cases/{side.CaseId}/differential?board=late");
        Assert.Equal("Too late syndrome", (string?)beside["entries"]![0]!["label"]);
        Assert.True((bool)(await side.Blind.ReadAsync($"cases/{side.CaseId}/answers/mine"))["late"]!);
    }

    [Theory]
    [InlineData("""{}""", "reason")]
    [InlineData("""{"reason": null}""", "reason")]
    [InlineData("""{"reason": "bored"}""", "reason")]
    [InlineData("""{"reason": 1}""", "reason")]
    public async Task Decline_WithoutAReasonThatThereIs_IsRefused(string body, string field)
    {
        var before = await desk.StoredAsync();
        await desk.Side.Blind.PostAsync($"cases/{desk.Side.CaseId}/decline", body).ExpectInvalidAsync(field);
        Assert.Equal(before, await desk.StoredAsync());
    }

    [Theory]
    [InlineData(1, null, "verdicts[0].verdict")]
    [InlineData(100, "wrong", "verdicts")]
    public async Task Verdicts_ThatBreakARule_AreRefused(int count, string? verdict, string field)
    {
        var path = $"cases/{desk.Side.CaseId}/verdicts";
        var (key, before) = ((string?)(await desk.Side.Author.ReadAsync(path))["verdicts"]![0]!["diagnosisId"], await desk.StoredAsync());
        await desk.Side.Author.PutAsync(path, new { verdicts = Enumerable.Repeat(new { diagnosisId = key, verdict }, count) }).ExpectInvalidAsync(field);
        Assert.Equal(before, await desk.StoredAsync());
    }

    [Fact]
    public async Task Verdicts_OnOneDiagnosisTwice_AreRefused()
    {
        var side = await desk.Side.WithFreshCaseAsync();
        await desk.App.AnswerAsync(side.Blind, side.CaseId, "Gout");
        var route = $"cases/{side.CaseId}/verdicts";
        var twice = new { diagnosisId = "d:gout", verdict = "wrong" };
        await side.Author.PutAsync(route, new { verdicts = new[] { twice, twice } }).ExpectInvalidAsync("verdicts[1].diagnosisId");
        Assert.All((await side.Author.ReadAsync(route))["verdicts"]!.AsArray(), verdict => Assert.Null(verdict!["confirmed"]));
    }

    private async Task RefusedAsync(string body, string field)
    {
        var before = await desk.StoredAsync();
        await desk.Side.Blind.PutAsync(Mine, body).ExpectInvalidAsync(field);
        Assert.Equal(before, await desk.StoredAsync());
    }
}
