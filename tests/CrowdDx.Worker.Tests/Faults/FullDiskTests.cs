using CrowdDx.Testing.Deployments;

using Xunit.Abstractions;

namespace CrowdDx.Worker.Tests.Faults;

/// <summary>The disk of a server fills up while cases are posted and answered, and an operator makes room.</summary>
[Collection("Deployments")]
public sealed class FullDiskTests(ITestOutputHelper output)
{
    // RabbitMQ calls a disk full with 50 MB left, and takes no message until there is more: past that it could not write its own log.
    private const int FullForTheBroker = 20;

    private static readonly TimeSpan Fullness = TimeSpan.FromSeconds(12);

    [DeploymentFact]
    public async Task Service_WhenTheDatabasesDiskIsFull_LosesAndDoublesNothing()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 200);
        await using var database = await PrivateServer.PostgreSqlAsync(disk.Folder);
        await using var deployment = await Deployment.StartAsync(new() { DatabaseServer = database });

        await FaultTrial.RunAsync(deployment, Rounds.Or(2), seed: 26, FillAsync, output);

        async Task FillAsync()
        {
            await disk.FillAsync(Fullness);
            disk.Free();
            // A server that gave up is started by whoever made room.
            await database.StartAgainAsync();
        }
    }

    [DeploymentFact]
    public async Task Service_WhenTheBrokersDiskIsFull_LosesAndDoublesNothing()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 300);
        await using var broker = await PrivateServer.RabbitMqAsync(disk.Folder);
        await using var deployment = await Deployment.StartAsync(new() { BrokerServer = broker });

        await FaultTrial.RunAsync(deployment, Rounds.Or(2), seed: 27, FillAsync, output);

        async Task FillAsync()
        {
            await disk.FillAsync(Fullness, FullForTheBroker);
            disk.Free();
        }
    }
}
