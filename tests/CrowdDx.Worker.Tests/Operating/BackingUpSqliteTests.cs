using System.Net;

using CrowdDx.Testing;
using CrowdDx.Testing.Trials;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Worker.Tests.Operating;

/// <summary>A service on SQLite is restored from the copy that docs/operations.md says to make, while it runs.</summary>
[Collection("Deployments")]
public sealed class BackingUpSqliteTests
{
    private const int Experts = 5;

    [Fact]
    public async Task Service_RestoredFromACopyThatWasMadeAsItRan_IsAsItWasThen_AndGoesOn()
    {
        await using var gateway = await GatewayProcess.StartAsync();
        // Commands of the page start from the folder above data.
        Directory.CreateSymbolicLink(Path.Combine(gateway.Folder, "data"), gateway.Folder);
        var (student, experts, caseId) = await InvitedAsync(gateway);
        foreach (var expert in experts.Take(3))
            await AnswerAsync(expert, caseId);
        var board = await BoardAsync(student, caseId, answers: 3);

        await RunAsync(gateway, "sqlite-backup");
        await AnswerAsync(experts[3], caseId);
        await BoardAsync(student, caseId, answers: 4);
        await gateway.KillAsync();
        await RunAsync(gateway, "sqlite-restore");
        await gateway.StartAgainAsync();

        Assert.Equal(board, await BoardAsync(student, caseId, answers: 3));
        await using (var db = gateway.OpenDatabase())
        {
            Assert.Equal("ok", await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").SingleAsync());
            Assert.Equal(board, (await StoredState.ReadAsync(db)).Recompute(caseId));
        }
        await AnswerAsync(experts[4], caseId);
        await BoardAsync(student, caseId, answers: 4);
        Assert.Empty(gateway.Complaints);
    }

    private static Task RunAsync(GatewayProcess gateway, string block) => OperationsDocument.RunAsync(block, gateway.Folder, new(StringComparer.Ordinal));

    private static async Task<(Person Student, IReadOnlyList<Person> Experts, Guid CaseId)> InvitedAsync(GatewayProcess gateway)
    {
        var op = await gateway.OperatorAsync();
        var network = new { name = "Joints", description = "Swollen and stiff", specialties = new[] { "rheumatology" } };
        var networkId = (Guid)(await op.PostAsync("networks", network).ReadAsync(HttpStatusCode.Created))["id"]!;
        var student = (await gateway.CreateAsync(1, "student"))[0];
        var experts = await gateway.CreateAsync(Experts, "expert");
        foreach (var expert in experts)
            await expert.PutAsync($"networks/{networkId}/membership").ExpectAsync(HttpStatusCode.OK);
        var caseId = (Guid)(await student.PostAsync("cases", CrowdDxApplication.CaseBody(networkId)).ReadAsync(HttpStatusCode.Created))["id"]!;
        await Eventually.HoldsAsync(async () => (await experts[^1].GetAsync($"cases/{caseId}")).IsSuccessStatusCode, "an invitation for each");
        return (student, experts, caseId);
    }

    private static Task AnswerAsync(Person expert, Guid caseId)
        => expert.PutAsync($"cases/{caseId}/answers/mine", CrowdDxApplication.AnswerBody("gout", "pseudogout")).ExpectAsync(HttpStatusCode.Created);

    private static async Task<Differential> BoardAsync(Person student, Guid caseId, int answers)
    {
        await Eventually.HoldsAsync(async () => (int)(await student.ReadAsync($"cases/{caseId}/differential"))["answers"]! == answers, $"{answers} answers on the board");
        return Differential.Of(await student.ReadAsync($"cases/{caseId}/differential"));
    }
}
