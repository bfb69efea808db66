using CrowdDx.Testing.Deployments;

using Xunit.Abstractions;

namespace CrowdDx.Worker.Tests.Faults;

/// <summary>One of six processes, by chance, is killed at a moment by chance, and started again.</summary>
[Collection("Deployments")]
public sealed class KillingTests(ITestOutputHelper output)
{
    [DeploymentFact]
    public async Task Service_WhenAnyProcessIsKilledAtAnyMoment_LosesAndDoublesNothing()
    {
        await using var deployment = await Deployment.StartAsync();
        var chance = new Random(7);
        var killed = new List<string>();

        await FaultTrial.RunAsync(deployment, Rounds.Or(5), seed: 21, KillAsync, output);
        output.WriteLine(string.Join(", ", killed));

        async Task KillAsync()
        {
            var victim = deployment.Hosts[chance.Next(deployment.Hosts.Count)];
            killed.Add(victim.Url);
            await victim.KillAndStartAsync();
            await victim.IsReadyAsync();
        }
    }
}
