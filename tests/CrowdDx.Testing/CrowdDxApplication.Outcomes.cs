using System.Net;
using System.Text.Json.Nodes;

using Xunit;

namespace CrowdDx.Testing;

public sealed partial class CrowdDxApplication
{
    /// <summary>Experts answer alike, one after the other, until the board of their answers stands.</summary>
    public async Task<JsonNode> AgreeAsync(Scene scene, IEnumerable<Person> experts, string diagnosis = "Biliary microlithiasis")
    {
        var asked = experts.ToList();
        foreach (var expert in asked)
            await AnswerAsync(expert, scene.CaseId, diagnosis, "Hereditary pancreatitis");
        return await WaitForDifferentialAsync(scene.Student, scene.CaseId, asked.Count);
    }

    /// <summary>Records an outcome and waits for the proposed verdicts on every suggestion.</summary>
    public async Task<JsonNode> RecordOutcomeAsync(
        Person student, Guid caseId, string diagnosis = "Biliary microlithiasis", string status = "confirmed", string basis = "imaging", bool fromBoard = false)
    {
        var outcome = new { status, basis, diagnoses = new[] { new { text = diagnosis } }, fromBoard };
        var recorded = await student.PostAsync($"cases/{caseId}/outcome", outcome).ReadAsync(HttpStatusCode.Created);
        await Eventually.HoldsAsync(
            async () => (await student.ReadAsync($"cases/{caseId}/verdicts"))["verdicts"]!.AsArray().Any(v => (string?)v!["proposed"] == "exact"),
            $"the proposed verdicts on outcome {recorded["version"]}");
        return recorded;
    }

    /// <summary>Says that every other suggestion is wrong.</summary>
    public async Task<JsonNode> JudgeAsync(Person judge, Guid caseId)
        => await judge.PutAsync($"cases/{caseId}/verdicts", new { othersWrong = true }).ReadAsync(HttpStatusCode.OK);

    /// <summary>The expert's latest answer, as the expert reads it.</summary>
    public static Task<JsonNode> MineAsync(Person expert, Guid caseId) => expert.ReadAsync($"cases/{caseId}/answers/mine");

    public static Task<JsonNode> BoardAsync(Person reader, Guid caseId, string query = "") => reader.ReadAsync($"cases/{caseId}/differential{query}");

    public static async Task DeclineAsync(Person expert, Guid caseId, string reason)
        => await expert.PostAsync($"cases/{caseId}/decline", new { reason }).ExpectAsync(HttpStatusCode.OK);

    public static async Task CloseAsync(Person student, Guid caseId)
        => await student.PostAsync($"cases/{caseId}/close").ExpectAsync(HttpStatusCode.NoContent);

    public static async Task AddAsync(Person student, Guid caseId, string text, bool revealsDiagnosis = false)
        => await student.PostAsync($"cases/{caseId}/addenda", new { text, revealsDiagnosis }).ExpectAsync(HttpStatusCode.Created);

    /// <summary>Labels of a board's entries in order.</summary>
    public static string[] Labels(JsonNode board) => [.. board["entries"]!.AsArray().Select(entry => (string)entry!["label"]!)];

    /// <summary>Case ids of an inbox.</summary>
    public static async Task<IReadOnlyList<Guid>> InboxAsync(Person expert, string state = "open")
        => [.. (await expert.ReadAsync($"inbox?limit=200&state={state}"))["items"]!.AsArray().Select(item => (Guid)item!["caseId"]!)];

    /// <summary>Fails where the service logged an error.</summary>
    public void ExpectNoErrors() => Assert.Empty(Log.Errors);
}
