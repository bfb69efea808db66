using System.Diagnostics;

using CrowdDx.Testing.Deployments;
using CrowdDx.Testing.Trials;
using Microsoft.EntityFrameworkCore;

using Xunit.Abstractions;

namespace CrowdDx.Worker.Tests.Faults;

/// <summary>A trial of six processes in which something breaks.</summary>
internal sealed class FaultTrial
{
    private const int Experts = 5_000;
    private const int LastLines = 60;

    private readonly Deployment _deployment;
    private readonly Trial _trial;
    private readonly ITestOutputHelper _output;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private FaultTrial(Deployment deployment, Trial trial, TrialPlan plan, ITestOutputHelper output)
        => (_deployment, _trial, Plan, _output) = (deployment, trial, plan, output);

    public TrialPlan Plan { get; }

    public PatientClients Clients => _trial.Clients;

    /// <summary>Makes a network, and a plan of so many rounds.</summary>
    public static async Task<FaultTrial> PrepareAsync(Deployment deployment, int rounds, int seed, ITestOutputHelper output)
        => new(deployment, await Trial.PrepareAsync(deployment, Experts, mayBeUnavailable: true), TrialPlan.Make(rounds, Experts - 1, seed), output);

    /// <summary>Runs all rounds with the same fault, and checks what they left.</summary>
    public static async Task RunAsync(Deployment deployment, int rounds, int seed, Func<Task> fault, ITestOutputHelper output)
    {
        var trial = await PrepareAsync(deployment, rounds, seed, output);
        foreach (var round in trial.Plan.Rounds)
            await trial.RunAsync(round, fault);
        await trial.CheckAsync();
    }

    /// <summary>Runs a round and breaks and mends something meanwhile.</summary>
    public Task RunAsync(TrialRound round, Func<Task> fault) => TellingAsync(() => _trial.RunAsync(round, fault));

    /// <summary>Nothing lost, nothing twice, no message given up, every differential that of the stored answers.</summary>
    public Task CheckAsync() => TellingAsync(ComparedAsync);

    private async Task ComparedAsync()
    {
        await _deployment.IsReadyAsync();
        await _trial.CheckAsync(Plan);
        var endpoints = await _deployment.InDatabaseAsync(db => db.InboxMessages.Select(m => m.Endpoint).Distinct().ToListAsync());
        Assert.NotEmpty(endpoints);
        foreach (var endpoint in endpoints)
            Assert.True(await _deployment.CountAsync($"{endpoint}_error") is null or 0, $"Messages are in {endpoint}_error.");
        _output.WriteLine(
            $"{Plan.Rounds.Count} rounds, {Clients.Acknowledged} requests acknowledged, {Clients.Lost} without reply or told to wait, {_watch.Elapsed.TotalSeconds:0} s.");
    }

    /// <summary>Where it fails, what the hosts wrote last is wanted too.</summary>
    private async Task TellingAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch
        {
            foreach (var host in _deployment.Hosts)
                _output.WriteLine($"{host.Url} wrote last:\n{string.Join('\n', host.Output.TakeLast(LastLines))}\n");
            throw;
        }
    }
}
