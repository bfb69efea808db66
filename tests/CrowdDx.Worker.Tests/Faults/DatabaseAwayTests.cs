using CrowdDx.Testing.Deployments;

using Xunit.Abstractions;

namespace CrowdDx.Worker.Tests.Faults;

/// <summary>PostgreSQL is stopped in immediate mode, which is how it ends when its machine does, in the midst of chunks and answers.</summary>
[Collection("Deployments")]
public sealed class DatabaseAwayTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Absence = TimeSpan.FromSeconds(3);

    [DeploymentFact]
    public async Task Service_WhenTheDatabaseStopsAtOnce_LosesAndDoublesNothing()
    {
        await using var database = await PrivateServer.PostgreSqlAsync();
        await using var deployment = await Deployment.StartAsync(new() { DatabaseServer = database });

        await FaultTrial.RunAsync(deployment, Rounds.Or(3), seed: 23, GoAwayAsync, output);

        async Task GoAwayAsync()
        {
            await database.KillAsync();
            await Task.Delay(Absence, TimeProvider.System);
            await database.StartAgainAsync();
        }
    }
}
