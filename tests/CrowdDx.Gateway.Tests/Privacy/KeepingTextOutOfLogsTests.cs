using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Privacy;

public sealed class KeepingTextOutOfLogsTests(CrowdDxApplication app) : IClassFixture<CrowdDxApplication>
{
    private const string Marker = "xanthogranulomatous";

    [Fact]
    public async Task Log_AfterTextWasStoredRefusedAndMisspelt_HoldsNoneOfIt()
    {
        var network = await app.CreateNetworkAsync();
        var (student, expert) = (await app.StudentAsync(), await app.ExpertAsync());
        await app.JoinAsync(expert, network);
        var body = CrowdDxApplication.CaseBody(network);
        body["title"] = $"A {Marker} case";
        body["presentation"] = $"It looks {Marker}.";
        var caseId = (Guid)(await student.PostAsync("cases", body).ReadAsync(HttpStatusCode.Created))["id"]!;
        await app.WaitForInvitationAsync(expert, caseId);

        await expert.PostAsync($"cases/{caseId}/questions", new { text = $"Is it {Marker}?" }).ExpectAsync(HttpStatusCode.Created);
        await expert.PutAsync($"cases/{caseId}/answers/mine", new { diagnoses = $"{Marker}" }).ExpectAsync(HttpStatusCode.BadRequest);
        await expert.PutAsync($"cases/{caseId}/answers/mine", $$"""{"{{Marker}}":1}""").ExpectAsync(HttpStatusCode.BadRequest);
        await expert.PutAsync($"cases/{caseId}/answers/mine", $$"""{"diagnoses": {{Marker}}""").ExpectAsync(HttpStatusCode.BadRequest);
        await app.AnswerAsync(expert, caseId, $"{Marker} pyelonephritis");
        await app.WaitForDifferentialAsync(student, caseId, answers: 1);
        await expert.ReadAsync($"diagnoses?q={Marker}");
        await expert.GetAsync($"diagnoses/{Marker}").ExpectAsync(HttpStatusCode.NotFound);
        body["title"] = $"{Marker}, tel 555-123-4567";
        await student.PostAsync("cases", body).ExpectAsync(HttpStatusCode.UnprocessableEntity);
        await student.DeleteAsync($"cases/{caseId}").ExpectAsync(HttpStatusCode.NoContent);

        Assert.NotEmpty(app.Log.Lines);
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains(Marker, StringComparison.OrdinalIgnoreCase));
    }
}
