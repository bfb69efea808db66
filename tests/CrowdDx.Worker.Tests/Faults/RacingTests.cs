using CrowdDx.Testing;
using CrowdDx.Testing.Deployments;
using Microsoft.EntityFrameworkCore;

using Xunit.Abstractions;

namespace CrowdDx.Worker.Tests.Faults;

/// <summary>Every process takes every other for dead: relays publish what others are publishing, and scheduled work runs twice at the same time.</summary>
[Collection("Deployments")]
public sealed class RacingTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    [DeploymentFact]
    public async Task Service_WhenRelaysAndSchedulersRace_LosesAndDoublesNothing()
    {
        await using var deployment = await Deployment.StartAsync(new()
        {
            Configuration = ["Messaging:PollInterval=00:00:00.05", "Messaging:TakeOverAfter=00:00:00.05", "Messaging:PublishAgainAfter=00:00:00.05"],
        });
        using var over = new CancellationTokenSource();
        var expired = ExpireLeasesAsync(deployment, over.Token);

        await FaultTrial.RunAsync(deployment, Rounds.Or(5), seed: 25, () => Task.CompletedTask, output);
        var trail = await Eventually.GetAsync(() => SealedTrailAsync(deployment), "the audit trail to be sealed");
        await over.CancelAsync();

        Assert.Equal(Enumerable.Range(1, trail.Count).Select(n => (long)n), trail);
        output.WriteLine($"{await expired} leases were cut short; {trail.Count} audit entries are in one chain.");
    }

    // What a lease holds off for others is to be safe without it.
    private static async Task<int> ExpireLeasesAsync(Deployment deployment, CancellationToken over)
    {
        var expired = 0;
        while (!over.IsCancellationRequested)
        {
            expired += await deployment.InDatabaseAsync(db => db.Leases.ExecuteUpdateAsync(
                set => set.SetProperty(lease => lease.HeldUntil, DateTimeOffset.UnixEpoch), CancellationToken.None));
            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }
        return expired;
    }

    private static Task<List<long>?> SealedTrailAsync(Deployment deployment)
        => deployment.InDatabaseAsync(async db => await db.AuditEntries.AnyAsync(entry => entry.Sequence == null)
            ? null
            : await db.AuditEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Sequence!.Value).ToListAsync());
}
