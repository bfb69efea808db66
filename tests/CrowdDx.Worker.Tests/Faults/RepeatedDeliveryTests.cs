using CrowdDx.Testing.Deployments;
using Microsoft.EntityFrameworkCore;

using Xunit.Abstractions;

namespace CrowdDx.Worker.Tests.Faults;

/// <summary>Every message is delivered one to five times, in no order.</summary>
[Collection("Deployments")]
public sealed class RepeatedDeliveryTests(ITestOutputHelper output)
{
    [DeploymentFact]
    public async Task Service_WhenEveryMessageComesOneToFiveTimesInNoOrder_LosesAndDoublesNothing()
    {
        await using var broker = await PrivateServer.RabbitMqAsync();
        await using var deployment = await Deployment.StartAsync(new() { BrokerServer = broker });
        var trial = await FaultTrial.PrepareAsync(deployment, 1 + Rounds.Or(5), seed: 24, output);
        // After a round without it, every endpoint is known, and the hosts have bound what they publish to.
        await trial.RunAsync(trial.Plan.Rounds[0], () => Task.CompletedTask);
        var endpoints = await deployment.InDatabaseAsync(db => db.InboxMessages.Select(m => m.Endpoint).Distinct().ToListAsync());

        await using var repeater = await Repeater.StartAsync(new(broker.Address), endpoints, seed: 24);
        foreach (var round in trial.Plan.Rounds.Skip(1))
            await trial.RunAsync(round, () => Task.CompletedTask);
        await trial.CheckAsync();

        output.WriteLine($"{repeater.Messages} messages of {endpoints.Count} endpoints came by and became {repeater.Copies}.");
        Assert.True(repeater.Copies > 2 * repeater.Messages);
    }
}
