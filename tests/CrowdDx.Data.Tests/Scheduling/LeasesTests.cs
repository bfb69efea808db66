using CrowdDx.Data.Scheduling;

namespace CrowdDx.Data.Tests.Scheduling;

/// <summary>Scheduled work is one process's at a time, and another's when that one has died.</summary>
public sealed class LeasesTests : IAsyncLifetime
{
    private const string Work = "work";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);
    private readonly MigratedDatabase _database = new();
    private readonly Guid _one = Guid.CreateVersion7();
    private readonly Guid _two = Guid.CreateVersion7();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Lease_WhileOneHoldsIt_IsRefusedToAnotherAndProlongedForTheHolder()
    {
        Assert.True(await TryAsync(_one, Now));
        Assert.False(await TryAsync(_two, Now + Duration - TimeSpan.FromTicks(1)));
        Assert.True(await TryAsync(_one, Now + (Duration / 2)));
        Assert.False(await TryAsync(_two, Now + Duration));
    }

    [Fact]
    public async Task Lease_WhenItsTimeIsOver_GoesToAnother()
    {
        Assert.True(await TryAsync(_one, Now));
        Assert.True(await TryAsync(_two, Now + Duration));
        Assert.False(await TryAsync(_one, Now + Duration));
    }

    [Fact]
    public async Task Lease_OfOtherWork_IsAnother()
    {
        Assert.True(await TryAsync(_one, Now));
        Assert.True(await TryAsync(_two, Now, "other work"));
    }

    [Fact]
    public async Task Lease_WhenManyReachForItAtOnce_GoesToOne()
    {
        for (var round = 0; round < 10; round++)
        {
            // The first round finds no row, the others one that is over.
            var now = Now + (round * Duration);
            var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TryAsync(Guid.CreateVersion7(), now))));
            Assert.Single(taken, won => won);
        }
    }

    private async Task<bool> TryAsync(Guid holder, DateTimeOffset now, string work = Work)
    {
        await using var db = _database.Open();
        return await Leases.TryLeaseAsync(db, work, holder, now, Duration, CancellationToken.None);
    }
}
