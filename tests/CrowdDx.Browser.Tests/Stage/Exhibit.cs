using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Testing;

namespace CrowdDx.Browser.Tests.Stage;

/// <summary>Something to see on every page, made once through the API and not changed by whoever looks.</summary>
internal sealed class Exhibit
{
    private readonly Cast _cast;

    private Exhibit(Cast cast) => _cast = cast;

    public Actor Student => _cast.Student;

    public Actor Curator => _cast.Curator;

    /// <summary>Answered the case, twice, and asked a question.</summary>
    public Actor Answered => _cast.Experts[0];

    /// <summary>Was asked and has not answered.</summary>
    public Actor Blind => _cast.Experts[^1];

    public required Actor Researcher { get; init; }

    public required Actor Operator { get; init; }

    public Guid NetworkId => _cast.NetworkId;

    /// <summary>A network whose curator has yet to vouch for somebody.</summary>
    public required Guid VerifyingNetworkId { get; init; }

    /// <summary>Open, with every kind of content.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Closed, with an outcome, late answers and verdicts to give.</summary>
    public Guid JudgedCaseId { get; private set; }

    /// <summary>Hidden until the curator has looked.</summary>
    public Guid ReviewedCaseId { get; private set; }

    /// <summary>Wiped by its author.</summary>
    public Guid WithdrawnCaseId { get; private set; }

    public static async Task<Exhibit> SetUpAsync(BrowserStage stage)
    {
        var cast = await stage.CastAsync(experts: 4);
        var verifying = await cast.Curator.Person
            .PostAsync("networks", new { name = "Network of the verified", description = "For those whom a curator knows.", specialties = new[] { "general" }, joinPolicy = "verifiedOnly" })
            .ReadAsync(HttpStatusCode.Created);
        await cast.Experts[0].Person.PutAsync($"networks/{verifying["id"]}/membership").ExpectAsync(HttpStatusCode.OK);
        var exhibit = new Exhibit(cast)
        {
            Researcher = await stage.ActorAsync("researcher"),
            Operator = await stage.ActorAsync("operator"),
            VerifyingNetworkId = (Guid)verifying["id"]!,
        };
        exhibit.CaseId = await cast.PostCaseAsync(exhibit.FullCase());
        await exhibit.DiscussAsync();
        exhibit.JudgedCaseId = await cast.PostCaseAsync();
        await exhibit.JudgeAsync();
        exhibit.ReviewedCaseId = await cast.PostCaseAsync();
        await cast.Experts[1].Person.PostAsync($"cases/{exhibit.ReviewedCaseId}/decline", new { reason = "recognisePatient" }).ExpectAsync(HttpStatusCode.OK);
        exhibit.WithdrawnCaseId = await cast.PostCaseAsync();
        await exhibit.Student.Person.DeleteAsync($"cases/{exhibit.WithdrawnCaseId}").ExpectAsync(HttpStatusCode.NoContent);
        return exhibit;
    }

    private JsonObject FullCase()
    {
        var body = CrowdDxApplication.CaseBody(NetworkId);
        body["history"] = "No alcohol, no medicines, no injury.";
        body["examination"] = "Tender epigastrium, no peritonism.";
        body["investigations"] = "Transaminases three times normal on the first day.\nTriglycerides and calcium normal.";
        body["question"] = "What would you look for next?";
        return body;
    }

    private async Task DiscussAsync()
    {
        var (asker, author) = (Answered.Person, Student.Person);
        await author.PostAsync($"cases/{CaseId}/addenda", new { text = "An ultrasound showed sludge.", revealsDiagnosis = true }).ExpectAsync(HttpStatusCode.Created);
        var first = await asker.PostAsync($"cases/{CaseId}/questions", new { text = "Any relative with pancreatitis?" }).ReadAsync(HttpStatusCode.Created);
        await author.PostAsync($"cases/{CaseId}/questions/{first["id"]}/reply", new { text = "None." }).ExpectAsync(HttpStatusCode.OK);
        await asker.PostAsync($"cases/{CaseId}/questions", new { text = "Was bile looked at?" }).ExpectAsync(HttpStatusCode.Created);

        await AnswerAsync(Answered, "Biliary microlithiasis", "Hereditary pancreatitis");
        await AnswerAsync(_cast.Experts[1], "biliary microlithiasis", "Aortic dissection");
        await AnswerAsync(_cast.Experts[2], "Microlithiasis, biliary", "Pancreas divisum");
        await BoardAsync(CaseId, answers: 3);
        await Answered.Person.ReadAsync($"cases/{CaseId}/differential");
        await AnswerAsync(Answered, "Biliary sludge", "Biliary microlithiasis");
    }

    private Task AnswerAsync(Actor expert, string first, string second)
    {
        var body = CrowdDxApplication.AnswerBody(first, second);
        body["diagnoses"]![1]![0]!["dangerous"] = true;
        body["diagnoses"]![0]![0]!["confidence"] = 0.7;
        body["rationale"] = "Normal imaging between attacks fits.";
        body["nextTest"] = "Endoscopic ultrasound";
        return expert.Person.PutAsync($"cases/{CaseId}/answers/mine", body).ExpectAsync(HttpStatusCode.Created);
    }

    private async Task JudgeAsync()
    {
        await Cast.AnswerAsync(Answered, JudgedCaseId, "Biliary microlithiasis", "Pancreas divisum|Hereditary pancreatitis");
        await BoardAsync(JudgedCaseId, answers: 1);
        await Student.Person.PostAsync($"cases/{JudgedCaseId}/close").ExpectAsync(HttpStatusCode.NoContent);
        await Cast.AnswerAsync(_cast.Experts[1], JudgedCaseId, "Autoimmune pancreatitis");
        var outcome = new { status = "confirmed", basis = "imaging", diagnoses = new[] { new { text = "Biliary microlithiasis" } } };
        await Student.Person.PostAsync($"cases/{JudgedCaseId}/outcome", outcome).ExpectAsync(HttpStatusCode.Created);
        await Eventually.HoldsAsync(
            async () => (await Student.Person.ReadAsync($"cases/{JudgedCaseId}/verdicts"))["verdicts"]!.AsArray().Any(verdict => (string?)verdict!["proposed"] == "exact"), "proposed verdicts");
    }

    private Task BoardAsync(Guid caseId, int answers)
        => Eventually.HoldsAsync(async () => (int)(await Student.Person.ReadAsync($"cases/{caseId}/differential"))["answers"]! == answers, $"a board of {answers} answers");
}
