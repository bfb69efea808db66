using CrowdDx.Testing;
using CrowdDx.Testing.Deployments;

using Xunit.Abstractions;

namespace CrowdDx.Worker.Tests;

/// <summary>Real differentials through a proxy, two gateways and four workers give what they give in one process.</summary>
[Collection("Deployments")]
public sealed class ReplayingTests(ITestOutputHelper output)
{
    [DeploymentFact(behindNginx: true, sharedData: DermatologyReplay.File)]
    public async Task Replay_OfAllDermatologyCasesOverSixProcesses_GivesTheKnownSummaryWithoutAnError()
    {
        await using var deployment = await Deployment.StartAsync(2, 2, "Proxy:Trusted=127.0.0.1");
        await using var nginx = await Nginx.StartAsync([.. deployment.Gateways.Select(gateway => gateway.Url)]);

        var report = await DermatologyReplay.RunAsync(nginx.Url, await deployment.OperatorAsync(), deployment.Folder);

        output.WriteLine($"{report["answersPerSecond"]} answers a second; all boards after {report["secondsToAllBoards"]} s.");
        Assert.All(deployment.Gateways, gateway => Assert.Contains(nginx.Output, line => line.EndsWith($"gateway {new Uri(gateway.Url).Authority} 200", StringComparison.Ordinal)));
    }
}
