using System.Diagnostics;

using CrowdDx.Testing.Deployments;
using CrowdDx.Testing.Trials;
using Microsoft.EntityFrameworkCore;

using Xunit.Abstractions;

namespace CrowdDx.Worker.Tests.Faults;

/// <summary>A trial of six processes with a fault in each round.</summary>
internal static class FaultTrial
{
    private const int Experts = 5_000;

    /// <summary>Runs all rounds, and checks what they left: nothing lost, nothing twice, no message given up.</summary>
    /// <param name="deployment">What is tried.</param>
    /// <param name="rounds">How often the fault is made.</param>
    /// <param name="seed">Of all chance.</param>
    /// <param name="fault">Breaks something and mends it.</param>
    /// <param name="output">Is told the figures.</param>
    public static async Task<PatientClients> RunAsync(Deployment deployment, int rounds, int seed, Func<Task> fault, ITestOutputHelper output)
    {
        var plan = TrialPlan.Make(rounds, Experts - 1, seed);
        var trial = await Trial.PrepareAsync(deployment, Experts, mayBeUnavailable: true);
        var watch = Stopwatch.StartNew();
        foreach (var round in plan.Rounds)
            await trial.RunAsync(round, fault);
        await deployment.IsReadyAsync();
        await trial.CheckAsync(plan);
        await NothingWasGivenUpAsync(deployment);
        output.WriteLine(
            $"{rounds} rounds, {trial.Clients.Acknowledged} requests acknowledged, {trial.Clients.Lost} without reply or told to wait, {watch.Elapsed.TotalSeconds:0} s.");
        return trial.Clients;
    }

    private static async Task NothingWasGivenUpAsync(Deployment deployment)
    {
        var endpoints = await deployment.InDatabaseAsync(db => db.InboxMessages.Select(m => m.Endpoint).Distinct().ToListAsync());
        Assert.NotEmpty(endpoints);
        foreach (var endpoint in endpoints)
            Assert.True(await deployment.CountAsync($"{endpoint}_error") is null or 0, $"Messages are in {endpoint}_error.");
    }
}
