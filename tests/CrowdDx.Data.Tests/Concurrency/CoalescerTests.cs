using CrowdDx.Data.Concurrency;

namespace CrowdDx.Data.Tests.Concurrency;

/// <summary>One pooling runs and one waits, however many ask; whoever asked gets one that began after the question.</summary>
public sealed class CoalescerTests
{
    private readonly Coalescer<string> _coalescer = new();

    [Fact]
    public async Task Work_AskedForWhileOneRuns_IsSharedAndBeginsAfter()
    {
        var gate = new TaskCompletionSource();
        var began = new TaskCompletionSource();
        var runs = 0;
        async Task WorkAsync()
        {
            Interlocked.Increment(ref runs);
            began.TrySetResult();
            await gate.Task;
        }

        var first = _coalescer.RunAsync("a", WorkAsync);
        await began.Task;
        var later = Enumerable.Range(0, 100).Select(_ => _coalescer.RunAsync("a", WorkAsync)).ToList();
        Assert.All(later, task => Assert.Same(later[0], task));
        Assert.NotSame(first, later[0]);
        Assert.Equal(1, runs);
        gate.SetResult();
        await Task.WhenAll([first, .. later]);
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task Work_OfAnotherKey_WaitsForNobody()
    {
        var gate = new TaskCompletionSource();
        var stuck = _coalescer.RunAsync("a", () => gate.Task);
        await _coalescer.RunAsync("b", () => Task.CompletedTask);
        Assert.False(stuck.IsCompleted);
        gate.SetResult();
        await stuck;
    }

    [Fact]
    public async Task Failure_ReachesThoseWhoSharedIt_AndNobodyElse()
    {
        var gate = new TaskCompletionSource();
        var first = _coalescer.RunAsync("a", async () =>
        {
            await gate.Task;
            throw new InvalidOperationException("first");
        });
        var second = Enumerable.Range(0, 3).Select(_ => _coalescer.RunAsync("a", () => throw new InvalidOperationException("second"))).ToList();
        gate.SetResult();
        Assert.Equal("first", (await Assert.ThrowsAsync<InvalidOperationException>(() => first)).Message);
        foreach (var shared in second)
            Assert.Equal("second", (await Assert.ThrowsAsync<InvalidOperationException>(() => shared)).Message);
        await _coalescer.RunAsync("a", () => Task.CompletedTask);
    }

    [Fact]
    public async Task ManyCallers_AtRandom_EachGetWorkThatBeganAfterTheyAsked()
    {
        var (started, running, most) = (0, 0, 0);
        async Task WorkAsync()
        {
            Interlocked.Increment(ref started);
            InterlockedMax(ref most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
        }

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                var before = Volatile.Read(ref started);
                await _coalescer.RunAsync("a", WorkAsync);
                Assert.True(Volatile.Read(ref started) > before, "The work that this call waited for had begun before it.");
            }
        })));
        Assert.Equal(1, most);
        Assert.InRange(started, 500, 8_000);
    }

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = Volatile.Read(ref most); seen < now; seen = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, now, seen);
    }
}
