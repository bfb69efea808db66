using System.Text.Json.Nodes;

using CrowdDx.Testing;

using Xunit.Abstractions;

namespace CrowdDx.Gateway.Tests.Processes;

/// <summary>
/// 974 cases of real differentials by dermatologists, through the command line into the gateway, both as they are installed.
/// The expected values come from an independent script in double precision.
/// </summary>
[Collection("Processes")]
public sealed class ReplayingTests(ITestOutputHelper output)
{
    private const string Dermatology = "dermatology-ddx/cases.jsonl";

    [SharedDataFact(Dermatology)]
    public async Task Replay_OfAllDermatologyCases_GivesTheKnownSummaryWithoutAnError()
    {
        await using var gateway = await GatewayProcess.StartAsync();
        var key = new Dictionary<string, string>(StringComparer.Ordinal) { ["CROWDDX_KEY"] = (await gateway.OperatorAsync()).Key };
        var tool = Checkout.BuiltFile("services/CrowdDx.Cli", "crowddx.dll");

        var run = await CommandRun.ToEndAsync(
            gateway.Folder, TimeSpan.FromMinutes(10), key,
            "dotnet", tool, "replay", "--url", gateway.Url, "--input", SharedDataFactAttribute.PathOf(Dermatology), "--run", "derm", "--specialty", "dermatology", "--json");

        var report = JsonNode.Parse(run.Succeeded().Output)!;
        output.WriteLine($"{report["answersPerSecond"]} answers a second; all boards after {report["secondsToAllBoards"]} s.");
        Assert.Empty(report["errors"]!.AsArray());
        Assert.Equal((974, 4761), ((int)report["cases"]!, (int)report["newAnswers"]!));
        var digest = report["digest"]!;
        Assert.Equal((974, 4761), ((int)digest["cases"]!, (int)digest["answers"]!));
        Assert.Equal(0.583266, (double)digest["meanMaxShare"]!, 5e-7);
        Assert.Equal(0.999365, (double)digest["meanEntropyNats"]!, 5e-7);
        Assert.Equal(3.8819, (double)digest["meanDistinct"]!, 5e-5);
        Assert.Equal((115, 74), ((int)digest["tied"]!, (int)digest["single"]!));
        Assert.Empty(gateway.Complaints);
    }
}
