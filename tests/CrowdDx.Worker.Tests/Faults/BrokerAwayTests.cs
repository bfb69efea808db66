using CrowdDx.Testing;
using CrowdDx.Testing.Deployments;

using Xunit.Abstractions;

namespace CrowdDx.Worker.Tests.Faults;

/// <summary>RabbitMQ is killed in the midst of a fan-out and stays away for half a minute.</summary>
[Collection("Deployments")]
public sealed class BrokerAwayTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Absence = TimeSpan.FromSeconds(30);

    [DeploymentFact]
    public async Task Service_WhenTheBrokerIsKilled_TakesCasesMeanwhileAndLosesAndDoublesNothing()
    {
        await using var broker = await PrivateServer.RabbitMqAsync();
        await using var deployment = await Deployment.StartAsync(new() { BrokerServer = broker });

        await FaultTrial.RunAsync(deployment, Rounds.Or(1), seed: 22, GoAwayAsync, output);

        async Task GoAwayAsync()
        {
            await broker.KillAsync();
            await Eventually.HoldsAsync(async () => await deployment.Gateways[0].StatusAsync() == System.Net.HttpStatusCode.ServiceUnavailable, "ready to turn red");
            await Task.Delay(Absence, TimeProvider.System);
            await broker.StartAgainAsync();
        }
    }
}
