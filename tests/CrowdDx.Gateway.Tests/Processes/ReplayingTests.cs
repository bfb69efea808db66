using CrowdDx.Testing;

using Xunit.Abstractions;

namespace CrowdDx.Gateway.Tests.Processes;

[Collection("Processes")]
public sealed class ReplayingTests(ITestOutputHelper output)
{
    [SharedDataFact(DermatologyReplay.File)]
    public async Task Replay_OfAllDermatologyCases_GivesTheKnownSummaryWithoutAnError()
    {
        await using var gateway = await GatewayProcess.StartAsync();

        var report = await DermatologyReplay.RunAsync(gateway.Url, await gateway.OperatorAsync(), gateway.Folder);

        output.WriteLine($"{report["answersPerSecond"]} answers a second; all boards after {report["secondsToAllBoards"]} s.");
        Assert.Empty(gateway.Complaints);
    }
}
