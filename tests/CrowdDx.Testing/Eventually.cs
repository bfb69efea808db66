using System.Diagnostics;

using Xunit;

namespace CrowdDx.Testing;

/// <summary>Waits on a condition with a deadline.</summary>
public static class Eventually
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>The first value that is not null.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> probe, string what, TimeSpan? deadline = null) where T : class
    {
        var patience = deadline ?? Deadline;
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (await probe() is { } found)
                return found;
            if (waited.Elapsed > patience)
                Assert.Fail($"Waited {patience.TotalSeconds:0} s for {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    /// <summary>Until a condition holds.</summary>
    public static Task HoldsAsync(Func<Task<bool>> condition, string what, TimeSpan? deadline = null)
        => GetAsync(async () => await condition() ? "" : null, what, deadline);

    /// <summary>Until a value is what it should be; fails with what it was last.</summary>
    public static async Task EqualsAsync<T>(T expected, Func<Task<T>> probe, TimeSpan? deadline = null)
    {
        var waited = Stopwatch.StartNew();
        T last;
        while (!Equals(expected, last = await probe()) && waited.Elapsed < (deadline ?? Deadline))
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        Assert.Equal(expected, last);
    }
}
