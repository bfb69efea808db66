using System.Net;

using CrowdDx.Contracts;
using CrowdDx.Testing;
using CrowdDx.Testing.Deployments;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Worker.Tests;

/// <summary>Six processes do together what one does alone.</summary>
[Collection("Deployments")]
public sealed class LoopTests
{
    private const int Experts = 20;

    [DeploymentFact]
    public async Task Loop_OverTwoGatewaysAndFourWorkers_GivesOneDifferentialEverywhere()
    {
        await using var deployment = await Deployment.StartAsync();
        var op = await deployment.OperatorAsync();
        var network = new { name = "Pancreas", description = "Upper abdomen", specialties = new[] { "gastroenterology" } };
        var networkId = (Guid)(await op.PostAsync("networks", network).ReadAsync(HttpStatusCode.Created))["id"]!;
        var student = (await deployment.CreateAsync(1, "student"))[0];
        var experts = await deployment.CreateAsync(Experts, "expert");
        foreach (var expert in experts)
            await expert.PutAsync($"networks/{networkId}/membership").ExpectAsync(HttpStatusCode.OK);

        var caseId = (Guid)(await student.PostAsync("cases", CrowdDxApplication.CaseBody(networkId)).ReadAsync(HttpStatusCode.Created))["id"]!;
        await Eventually.HoldsAsync(async () => await InvitationsAsync(deployment, caseId) == Experts, "an invitation for each");
        await using var atOne = await EventStream.OpenAsync(deployment.At(0, student), caseId);
        await using var atTwo = await EventStream.OpenAsync(deployment.At(1, student), caseId);
        await Task.WhenAll(experts.Select(expert => expert.PutAsync($"cases/{caseId}/answers/mine", CrowdDxApplication.AnswerBody("biliary microlithiasis", "hereditary pancreatitis"))
            .ExpectAsync(HttpStatusCode.Created)));

        foreach (var stream in (EventStream[])[atOne, atTwo])
            await stream.NextStateAsync("all answers on the board", state => (int?)state.Board?["answers"] == Experts);
        var one = await deployment.At(0, student).ReadAsync($"cases/{caseId}/differential");
        var two = await deployment.At(1, student).ReadAsync($"cases/{caseId}/differential");
        Assert.Equal(one.ToJsonString(), two.ToJsonString());
        Assert.Equal((Experts, true), ((int)one["answers"]!, (bool)one["settled"]!));
        await Eventually.HoldsAsync(() => deployment.InDatabaseAsync(async db => !await db.OutboxMessages.AnyAsync()), "an empty outbox");
        Assert.Equal(Experts, await InvitationsAsync(deployment, caseId));
    }

    [DeploymentFact]
    public async Task Message_LeftByAProcessThatDied_IsPublishedByAnother()
    {
        await using var deployment = await Deployment.StartAsync(gateways: 1, workersOfEach: 1);
        await deployment.InDatabaseAsync(db =>
        {
            db.Announce(new CaseClosed(Guid.CreateVersion7()));
            return db.SaveChangesAsync();
        });
        await Eventually.HoldsAsync(() => deployment.InDatabaseAsync(async db => !await db.OutboxMessages.AnyAsync()), "the message to be taken over", TimeSpan.FromMinutes(1));
        Assert.Equal(1, await deployment.InDatabaseAsync(db => db.Leases.CountAsync(lease => lease.Name == "outbox-leftovers")));
    }

    private static Task<int> InvitationsAsync(Deployment deployment, Guid caseId)
        => deployment.InDatabaseAsync(db => db.Invitations.CountAsync(invitation => invitation.CaseId == caseId));
}
