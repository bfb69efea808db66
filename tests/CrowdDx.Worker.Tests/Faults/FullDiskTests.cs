using CrowdDx.Testing.Deployments;

using Xunit.Abstractions;

namespace CrowdDx.Worker.Tests.Faults;

/// <summary>The disk of a server fills up while cases are posted and answered, and an operator makes room.</summary>
[Collection("Deployments")]
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Fullness = TimeSpan.FromSeconds(10);

    [DeploymentFact]
    public async Task Service_WhenTheDatabasesDiskIsFull_LosesAndDoublesNothing()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 200);
        await using var database = await PrivateServer.PostgreSqlAsync(disk.Folder);
        await using var deployment = await Deployment.StartAsync(new() { DatabaseServer = database });
        await TryAsync(deployment, disk, database);
    }

    [DeploymentFact]
    public async Task Service_WhenTheBrokersDiskIsFull_LosesAndDoublesNothing()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 300);
        await using var broker = await PrivateServer.RabbitMqAsync(disk.Folder);
        await using var deployment = await Deployment.StartAsync(new() { BrokerServer = broker });
        await TryAsync(deployment, disk, broker);
    }

    private Task TryAsync(Deployment deployment, SmallDisk disk, PrivateServer server)
        => FaultTrial.RunAsync(
            deployment, Rounds.Or(2), seed: 26,
            async () =>
            {
                await disk.FillAsync(Fullness);
                disk.Free();
                // Whoever makes room starts the server again: a quorum queue that could not write its log refuses messages until then.
                await server.KillAsync();
                await server.StartAgainAsync();
            },
            output);
}
