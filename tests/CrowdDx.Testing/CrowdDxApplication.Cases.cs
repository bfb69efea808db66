using System.Net;
using System.Text.Json.Nodes;

using Xunit;

namespace CrowdDx.Testing;

public sealed partial class CrowdDxApplication
{
    private int _networks;

    /// <summary>A network; its curator is the operator where none is given.</summary>
    public async Task<Guid> CreateNetworkAsync(Person? curator = null, string joinPolicy = "open", bool allowsHour = false)
    {
        curator ??= await OperatorAsync();
        var name = $"Network {Interlocked.Increment(ref _networks)}";
        var network = await curator.PostAsync("networks", new { name, description = "A network.", specialties = new[] { "general" }, joinPolicy, allowsHour })
            .ReadAsync(HttpStatusCode.Created);
        return (Guid)network["id"]!;
    }

    public async Task JoinAsync(Person expert, Guid networkId)
        => await expert.PutAsync($"networks/{networkId}/membership").ExpectAsync(HttpStatusCode.OK);

    /// <summary>The body of a case that the gate lets through, to be changed as a test needs.</summary>
    public static JsonObject CaseBody(params Guid[] networks)
        => new()
        {
            ["title"] = "Acute pancreatitis for the sixth time",
            ["patient"] = new JsonObject { ["ageYears"] = 16, ["sex"] = "male" },
            ["presentation"] = "Epigastric pain radiating to the back. Lipase ten times the upper limit.",
            ["specialties"] = new JsonArray("gastroenterology"),
            ["networks"] = new JsonArray([.. networks.Select(id => JsonValue.Create(id))]),
            ["permission"] = new JsonObject { ["basis"] = "fictitious", ["scope"] = new JsonArray("answers", "teaching", "researchExport") },
        };

    public async Task<Guid> SubmitCaseAsync(Person student, params Guid[] networks)
        => (Guid)(await student.PostAsync("cases", CaseBody(networks)).ReadAsync(HttpStatusCode.Created))["id"]!;

    public async Task WaitForInvitationAsync(Person expert, Guid caseId)
        => await Eventually.HoldsAsync(
            async () => (await expert.ReadAsync("inbox?state=all&limit=200"))["items"]!.AsArray().Any(item => (Guid)item!["caseId"]! == caseId),
            $"the invitation of {expert.Name}");

    /// <summary>Answers with rank groups; tied diagnoses are separated by a bar: <c>"a", "b|c"</c>.</summary>
    public async Task<JsonNode> AnswerAsync(Person expert, Guid caseId, params string[] groups)
    {
        using var response = await expert.PutAsync($"cases/{caseId}/answers/mine", AnswerBody(groups));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    public static JsonObject AnswerBody(params string[] groups)
        => new()
        {
            ["diagnoses"] = new JsonArray([.. groups.Select(group => new JsonArray([.. group.Split('|').Select(text => new JsonObject { ["text"] = text })]))]),
        };

    /// <summary>The differential once it pools that many experts.</summary>
    public async Task<JsonNode> WaitForDifferentialAsync(Person reader, Guid caseId, int answers)
        => await Eventually.GetAsync(
            async () => await reader.ReadAsync($"cases/{caseId}/differential") is var board && (int)board["answers"]! == answers ? board : null,
            $"a differential of {answers} answers");

    /// <summary>A network with that many invited experts and a case of a student before them.</summary>
    public async Task<Scene> SceneAsync(int experts)
    {
        var network = await CreateNetworkAsync();
        var student = await StudentAsync();
        var invited = await ExpertsAsync(experts);
        foreach (var expert in invited)
            await JoinAsync(expert, network);
        var caseId = await SubmitCaseAsync(student, network);
        foreach (var expert in invited)
            await WaitForInvitationAsync(expert, caseId);
        return new(network, student, invited, caseId);
    }
}

/// <summary>A case of a student before invited experts.</summary>
public sealed record Scene(Guid NetworkId, Person Student, IReadOnlyList<Person> Experts, Guid CaseId);
