using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Gateway.Tests.Scenes;
using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Input;

[Collection(Desk.Name)]
public sealed class CaseInputTests(Desk desk)
{
    [Theory]
    [InlineData("title", "null", "title")]
    [InlineData("title", "\"  \"", "title")]
    [InlineData("title", "\"One line\\nand another\"", "title")]
    [InlineData("title", "\"Bell \\u0007\"", "title")]
    [InlineData("presentation", "null", "presentation")]
    [InlineData("presentation", "\"Nul \\u0000\"", "presentation")]
    [InlineData("history", "\"Delete \\u007f\"", "history")]
    [InlineData("question", "\"\\u009b\"", "question")]
    [InlineData("patient", "null", "patient")]
    [InlineData("patient", "{\"sex\": \"male\"}", "patient")]
    [InlineData("patient", "{\"sex\": \"male\", \"ageYears\": 40, \"ageBand\": \"adult\"}", "patient")]
    [InlineData("patient", "{\"sex\": \"male\", \"ageYears\": 90}", "patient.ageYears")]
    [InlineData("patient", "{\"sex\": \"male\", \"ageYears\": -1}", "patient.ageYears")]
    [InlineData("patient", "{\"sex\": \"male\", \"ageYears\": 40.5}", "patient.ageYears")]
    [InlineData("patient", "{\"sex\": \"male\", \"ageYears\": 99999999999}", "patient.ageYears")]
    [InlineData("patient", "{\"ageYears\": 40}", "patient.sex")]
    [InlineData("patient", "{\"ageYears\": 40, \"sex\": \"man\"}", "patient.sex")]
    [InlineData("patient", "{\"ageYears\": 40, \"sex\": 2}", "patient.sex")]
    [InlineData("patient", "{\"sex\": \"male\", \"ageYears\": 40, \"name\": \"Zyzzyvaxus\"}", "patient.name")]
    [InlineData("specialties", "[]", "specialties")]
    [InlineData("specialties", "[\"Not a slug\"]", "specialties[0]")]
    [InlineData("specialties", "[\"general\", \"general\\n\"]", "specialties[1]")]
    [InlineData("language", "\"english, please\"", "language")]
    [InlineData("networks", "[]", "networks")]
    [InlineData("networks", "[\"0198a2f0-0000-7000-8000-000000000000\"]", "networks[0]")]
    [InlineData("networks", "[\"nonsense\"]", "networks[0]")]
    [InlineData("answerWanted", "\"now\"", "answerWanted")]
    [InlineData("answerWanted", "\"hour\"", "answerWanted")]
    [InlineData("permission", "null", "permission")]
    [InlineData("permission", "{\"scope\": [\"answers\"]}", "permission.basis")]
    [InlineData("permission", "{\"basis\": \"fictitious\", \"scope\": []}", "permission.scope")]
    [InlineData("permission", "{\"basis\": \"fictitious\", \"scope\": [\"teaching\"]}", "permission.scope")]
    [InlineData("permission", "{\"basis\": \"patient\", \"scope\": [\"answers\"]}", "permission.basis")]
    [InlineData("permission", "{\"basis\": \"fictitious\", \"scope\": [\"answers\"], \"attestedBy\": \"0198a2f0-0000-7000-8000-000000000000\"}", "permission.attestedBy")]
    public async Task Case_ThatBreaksARule_IsRefusedWithTheField(string member, string value, string field)
    {
        var before = await desk.StoredAsync();
        await desk.Side.Author.PostAsync("cases", Members.Replace(Bodies.Of("POST /cases", desk.Side), member, JsonNode.Parse(value))).ExpectInvalidAsync(field);
        Assert.Equal(before, await desk.StoredAsync());
    }

    [Fact]
    public async Task Case_ForTheHour_GoesWhereANetworkAllowsIt()
    {
        var quick = await desk.App.CreateNetworkAsync(allowsHour: true);
        var body = CrowdDxApplication.CaseBody(quick);
        body["answerWanted"] = "hour";
        await desk.Side.Author.PostAsync("cases", body).ExpectAsync(HttpStatusCode.Created);
        body["networks"] = new JsonArray(JsonValue.Create(quick), JsonValue.Create(desk.Side.Network));
        await desk.Side.Author.PostAsync("cases", body).ExpectInvalidAsync("answerWanted");
    }

    [Fact]
    public async Task Case_WithIdentifiers_IsRefusedWithFindingsOrRedacted()
    {
        const string text = "Zyzzyvaxus was seen on 14 March 2024, telephone +1 212 555 0123.";
        var body = Members.Replace(Bodies.Of("POST /cases", desk.Side), "history", text);
        var before = await desk.StoredAsync();
        var findings = (await desk.Side.Author.PostAsync("cases", body).ReadProblemAsync(HttpStatusCode.UnprocessableEntity, "identifiers-found"))["findings"]!.AsArray();
        Assert.Equal(before, await desk.StoredAsync());
        Assert.All(findings, finding => Assert.Equal("history", (string?)finding!["field"]));
        var date = findings.Single(finding => text.Substring((int)finding!["offset"]!, (int)finding["length"]!).Contains("14 March", StringComparison.Ordinal))!;
        Assert.Equal("C", (string?)date["letter"]);
        Assert.NotEmpty((string)date["suggestion"]!);

        body["acceptRedactions"] = true;
        var stored = (string)(await desk.Side.Author.PostAsync("cases", body).ReadAsync(HttpStatusCode.Created))["history"]!;
        Assert.StartsWith("Zyzzyvaxus was seen", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("14 March", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("555", stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("addenda")]
    [InlineData("questions")]
    public async Task Addition_WithIdentifiers_IsRefusedOrRedacted(string kind)
    {
        var side = await desk.Side.WithFreshCaseAsync();
        var writer = kind == "addenda" ? side.Author : side.Blind;
        const string text = "Zyzzyvaxus came back on 14 March 2024.";
        var before = (await writer.ReadAsync($"cases/{side.CaseId}")).ToJsonString();
        await writer.PostAsync($"cases/{side.CaseId}/{kind}", new { text }).ExpectAsync(HttpStatusCode.UnprocessableEntity, "identifiers-found");
        Assert.Equal(before, (await writer.ReadAsync($"cases/{side.CaseId}")).ToJsonString());
        await writer.PostAsync($"cases/{side.CaseId}/{kind}", new { text, acceptRedactions = true }).ExpectAsync(HttpStatusCode.Created);
        var told = (await writer.ReadAsync($"cases/{side.CaseId}")).ToJsonString();
        Assert.Contains("Zyzzyvaxus came back", told, StringComparison.Ordinal);
        Assert.DoesNotContain("14 March", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outcome_WithIdentifiers_IsRefused()
    {
        var before = await desk.StoredAsync();
        var outcome = new { status = "confirmed", basis = "course", diagnoses = new[] { new { text = "Gout since 14 March 2024" } } };
        await desk.Side.Author.PostAsync($"cases/{desk.Side.CaseId}/outcome", outcome).ExpectAsync(HttpStatusCode.UnprocessableEntity, "identifiers-found");
        Assert.Equal(before, await desk.StoredAsync());
    }

    [Fact]
    public async Task Case_WithEmergencySigns_WaitsForTheAcknowledgement()
    {
        var body = Members.Replace(Bodies.Of("POST /cases", desk.Side), "presentation", "Zyzzyvaxus has stridor and is now unresponsive.");
        var before = await desk.StoredAsync();
        var problem = await desk.Side.Author.PostAsync("cases", body).ReadProblemAsync(HttpStatusCode.UnprocessableEntity, "emergency-signs");
        Assert.Contains("airway", problem["emergencySigns"]!.AsArray().Select(sign => (string?)sign!["sign"]));
        Assert.Equal(before, await desk.StoredAsync());
        body["acknowledgeEmergency"] = true;
        await desk.Side.Author.PostAsync("cases", body).ExpectAsync(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("""{}""", "status")]
    [InlineData("""{"status": "confirmed", "basis": "imaging"}""", "diagnoses")]
    [InlineData("""{"status": "confirmed", "diagnoses": [{"text": "Gout"}]}""", "basis")]
    [InlineData("""{"status": "lost", "diagnoses": [{"text": "Gout"}]}""", "diagnoses")]
    [InlineData("""{"status": "confirmed", "basis": "imaging", "diagnoses": [{"text": ""}]}""", "diagnoses[0].text")]
    [InlineData("""{"status": "confirmed", "basis": "imaging", "diagnoses": [{"text": "Gout\u0000"}]}""", "diagnoses[0].text")]
    [InlineData("""{"status": "undiagnosed", "establishedAfterDays": -1}""", "establishedAfterDays")]
    [InlineData("""{"status": "undiagnosed", "establishedAfterDays": 36501}""", "establishedAfterDays")]
    [InlineData("""{"status": "guessed"}""", "status")]
    public async Task Outcome_ThatBreaksARule_IsRefusedWithTheField(string body, string field)
    {
        var before = await desk.StoredAsync();
        await desk.Side.Author.PostAsync($"cases/{desk.Side.CaseId}/outcome", body).ExpectInvalidAsync(field);
        Assert.Equal(before, await desk.StoredAsync());
    }
}
