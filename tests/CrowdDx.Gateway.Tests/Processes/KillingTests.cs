using System.Diagnostics;
using System.Globalization;

using CrowdDx.Testing;
using CrowdDx.Testing.Trials;

using Xunit.Abstractions;

namespace CrowdDx.Gateway.Tests.Processes;

/// <summary>
/// The process is killed again and again while cases are put before 5,000 experts and answered. Nothing that was acknowledged is lost, nothing is there twice.
/// <c>CROWDDX_KILLS</c> says how often (default 20).
/// </summary>
[Collection("Processes")]
public sealed class KillingTests(ITestOutputHelper output)
{
    private const int Experts = 5_000;

    [Fact]
    public async Task Service_WhenKilledAtAnyMoment_LosesAndDoublesNothing()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("CROWDDX_KILLS") ?? "20", CultureInfo.InvariantCulture);
        var plan = TrialPlan.Make(kills, Experts - 1, seed: 20);
        await using var gateway = await GatewayProcess.StartAsync();
        var watch = Stopwatch.StartNew();
        var trial = await Trial.PrepareAsync(gateway, Experts);
        output.WriteLine($"{Experts} experts opted in after {watch.Elapsed.TotalSeconds:0.0} s.");

        foreach (var round in plan.Rounds)
        {
            await trial.RunAsync(round, async () =>
            {
                await gateway.KillAsync();
                await gateway.StartAgainAsync();
            });
        }
        await trial.CheckAsync(plan);
        output.WriteLine($"{kills} kills, {trial.Clients.Acknowledged} requests acknowledged, {trial.Clients.Lost} without reply, all done after {watch.Elapsed.TotalSeconds:0.0} s.");

        Assert.Empty(gateway.Complaints);
        Assert.True(trial.Clients.Lost > 0, "No request was cut off by a kill.");
    }
}
