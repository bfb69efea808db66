using System.Net;

using CrowdDx.Testing;
using CrowdDx.Testing.Telemetry;

namespace CrowdDx.Gateway.Tests.Privacy;

/// <summary>Whoever listens to spans, measures and the surroundings of log lines learns what happened to which id, and nothing that was written.</summary>
public sealed class KeepingTextOutOfTelemetryTests(CrowdDxApplication app) : IClassFixture<CrowdDxApplication>
{
    private const string Marker = "pseudohypoaldosteronism";
    private const string Password = "pseudohypoaldosteronism 4711";

    [Fact]
    public async Task Listener_DuringAWholeLoop_HearsNoTextNoPhraseAndNoToken()
    {
        using var listener = new Listener();
        var op = await app.OperatorAsync();
        var network = (Guid)(await op.PostAsync("networks", new { name = Marker, description = Marker, specialties = new[] { "general" } }).ReadAsync(HttpStatusCode.Created))["id"]!;
        var (student, expert) = (await app.StudentAsync(), await app.ExpertAsync());
        await app.JoinAsync(expert, network);
        var body = CrowdDxApplication.CaseBody(network);
        (body["title"], body["presentation"]) = ($"A {Marker} case", $"It looks {Marker}.");
        var caseId = (Guid)(await student.PostAsync("cases", body).ReadAsync(HttpStatusCode.Created))["id"]!;
        await app.WaitForInvitationAsync(expert, caseId);
        await using (var stream = await EventStream.OpenAsync(student, caseId))
        {
            await expert.PostAsync($"cases/{caseId}/questions", new { text = $"Is it {Marker}?" }).ExpectAsync(HttpStatusCode.Created);
            await app.AnswerAsync(expert, caseId, $"{Marker} of the kidney");
            await app.WaitForDifferentialAsync(student, caseId, answers: 1);
            await stream.NextStateAsync("the answer on the board", state => state.Board is not null);
        }
        await expert.ReadAsync($"diagnoses?q={Marker}");
        await student.PostAsync("cases", $$"""{"{{Marker}}": 1}""").ExpectAsync(HttpStatusCode.BadRequest);
        await student.PostAsync($"cases/{caseId}/outcome", new { status = "confirmed", basis = "course", diagnoses = new[] { new { text = Marker } } }).ExpectAsync(HttpStatusCode.Created);
        await PassThePagesAsync(op);
        await expert.DeleteAsync("me").ExpectAsync(HttpStatusCode.NoContent);
        await student.DeleteAsync($"cases/{caseId}").ExpectAsync(HttpStatusCode.NoContent);

        var heard = listener.Words.Concat(app.Log.Scopes).Concat(app.Log.Lines).ToList();
        foreach (var expected in new[] { "Microsoft.AspNetCore", "MassTransit", "CrowdDx outbox", "crowddx.board.latency", "crowddx.queue.age" })
            Assert.Contains(heard, line => line.StartsWith(expected, StringComparison.Ordinal));
        foreach (var secret in new[] { Marker, student.Key, expert.Key, op.Key, op.Key.Split('_')[^1], "one-time-token", Password })
            Assert.DoesNotContain(heard, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    private async Task PassThePagesAsync(Person op)
    {
        var person = new { email = "reader@example.org", displayName = Marker, roles = new[] { "student" }, password = Password };
        await op.PostAsync("accounts", new { accounts = new[] { person } }).ExpectAsync(HttpStatusCode.Created);
        using var browser = app.Anonymous();
        await browser.GetAsync("/setup?token=one-time-token").ExpectAsync(HttpStatusCode.OK);
        await browser.PostJsonAsync("/api/v1/session", new { person.email, password = Password }).ExpectAsync(HttpStatusCode.NoContent);
        using var stranger = app.Anonymous();
        await stranger.PostJsonAsync("/api/v1/setup", new { token = "one-time-token", person.email, person.displayName, person.password }).ExpectAsync(HttpStatusCode.NotFound);
    }
}
