using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Testing;
using CrowdDx.Testing.Deployments;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Worker.Tests.Operating;

/// <summary>What workers could not consume, an operator finds and gives back with the command line.</summary>
[Collection("Deployments")]
public sealed class MessagesTests
{
    private const string Queue = "plan-first-wave";

    [DeploymentFact]
    public async Task Messages_ThatFailed_AreListedShownAndReplayed()
    {
        await using var deployment = await Deployment.StartAsync(gateways: 1, workersOfEach: 1);
        await using var desk = await BrokerDesk.OpenAsync();
        var op = await deployment.OperatorAsync();
        var network = await op.PostAsync("networks", new { name = "Pancreas", description = "One.", specialties = new[] { "general" } }).ReadAsync(HttpStatusCode.Created);
        var (student, expert) = ((await deployment.CreateAsync(1, "student"))[0], (await deployment.CreateAsync(1, "expert"))[0]);
        await expert.PutAsync($"networks/{network["id"]}/membership").ExpectAsync(HttpStatusCode.OK);

        await deployment.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(
            """
            CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'On purpose'; END $$ LANGUAGE plpgsql;
            CREATE TRIGGER refuse BEFORE INSERT ON "Waves" FOR EACH ROW EXECUTE FUNCTION refuse();
            """));
        var caseId = (Guid)(await student.PostAsync("cases", CrowdDxApplication.CaseBody((Guid)network["id"]!)).ReadAsync(HttpStatusCode.Created))["id"]!;
        var newer = Guid.CreateVersion7();
        await desk.SendAsync(Queue, newer, "CrowdDx.Contracts:CaseSubmittedTwo", $$"""{"caseId":"{{caseId}}"}""");
        await Eventually.HoldsAsync(async () => await BrokerDesk.CountAsync($"{Queue}_error") == 2, "both messages to fail", TimeSpan.FromMinutes(1));

        var url = deployment.Gateways[0].Url;
        var listed = JsonNode.Parse((await CommandLine.RunAsync(op.Key, "messages", "list", "--url", url, "--json")).Succeeded().Output)!["items"]!.AsArray();
        var refused = listed.Single(message => (string?)message!["type"] == "CaseSubmitted")!;
        Assert.Equal((Queue, "Npgsql.PostgresException", $"{caseId}"), ((string?)refused["queue"], (string?)refused["fault"], (string?)refused["facts"]!["caseId"]));
        var shown = (await CommandLine.RunAsync(op.Key, "messages", "show", $"{newer}", "--url", url)).Succeeded().Output;
        Assert.Contains("CaseSubmittedTwo", shown, StringComparison.Ordinal);
        Assert.Contains("MassTransit.MessageNotConsumedException", shown, StringComparison.Ordinal);

        await deployment.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TRIGGER refuse ON "Waves" """));
        var replayed = (await CommandLine.RunAsync(op.Key, "messages", "replay", $"{refused["messageId"]}", "--url", url)).Succeeded().Output;
        Assert.Contains("1 given back.", replayed, StringComparison.Ordinal);
        await Eventually.HoldsAsync(async () => await deployment.InDatabaseAsync(db => db.Invitations.CountAsync(i => i.CaseId == caseId)) == 1, "the invitation");

        var again = await CommandLine.RunAsync(op.Key, "messages", "replay", $"{refused["messageId"]}", "--url", url);
        Assert.Equal((1, true), (again.ExitCode, again.Error.Contains("is not among the messages that failed", StringComparison.Ordinal)));
        Assert.Equal(1, await deployment.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == "message.replay")));
        Assert.Equal(1, (await CommandLine.RunAsync(student.Key, "messages", "list", "--url", url)).ExitCode);
        await desk.DeleteAsync($"{Queue}_error");
    }
}
