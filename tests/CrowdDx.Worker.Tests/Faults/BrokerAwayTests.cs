using System.Net;

using CrowdDx.Testing;
using CrowdDx.Testing.Deployments;
using CrowdDx.Testing.Trials;

using Xunit.Abstractions;

namespace CrowdDx.Worker.Tests.Faults;

/// <summary>RabbitMQ is killed in the midst of a fan-out and stays away for half a minute, in which cases are posted all the same.</summary>
[Collection("Deployments")]
public sealed class BrokerAwayTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Absence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [DeploymentFact]
    public async Task Service_WhenTheBrokerIsKilled_TakesCasesMeanwhileAndLosesAndDoublesNothing()
    {
        await using var broker = await PrivateServer.RabbitMqAsync();
        await using var deployment = await Deployment.StartAsync(new() { BrokerServer = broker });
        // Every second round is posted while the broker is away.
        var trial = await FaultTrial.PrepareAsync(deployment, 2 * Rounds.Or(1), seed: 22, output);

        foreach (var rounds in trial.Plan.Rounds.Chunk(2))
            await trial.RunAsync(rounds[0], () => BeAwayAsync(broker, deployment, trial.Clients, rounds[1].Cases));
        output.WriteLine($"{await StartStuckHostsAsync(deployment)} of {deployment.Hosts.Count} hosts did not take the broker up again and were started anew.");
        await trial.CheckAsync();
    }

    // The bus now and then stays away though the broker is back; health says so, and whoever watches it starts that host anew.
    private static async Task<int> StartStuckHostsAsync(Deployment deployment)
    {
        var stuck = 0;
        foreach (var host in deployment.Hosts)
        {
            if (await host.IsReadyWithinAsync(Patience))
                continue;
            stuck++;
            await host.KillAndStartAsync();
        }
        return stuck;
    }

    private static async Task BeAwayAsync(PrivateServer broker, Deployment deployment, PatientClients clients, IReadOnlyList<PlannedCase> meanwhile)
    {
        await broker.KillAsync();
        foreach (var host in deployment.Hosts)
            await Eventually.HoldsAsync(async () => await host.StatusAsync() == HttpStatusCode.ServiceUnavailable, "ready to turn red");
        var work = Task.WhenAll(meanwhile.Select(one => clients.RunAsync(one, Task.CompletedTask)));
        await Eventually.HoldsAsync(() => Task.FromResult(meanwhile.All(one => clients.Cases.ContainsKey(one.IdempotencyKey))), "cases to be taken without a broker");
        await Task.Delay(Absence, TimeProvider.System);
        await broker.StartAgainAsync();
        await work;
    }
}
