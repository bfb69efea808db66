namespace CrowdDx.Cli.Service;

/// <summary>Waits longer and longer, up to two seconds at a time, until patience ends.</summary>
/// <param name="clock">The time.</param>
/// <param name="patience">How long to go on in all.</param>
internal sealed class Backoff(TimeProvider clock, TimeSpan patience)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private TimeSpan _next = TimeSpan.FromMilliseconds(20);
    private long _since = clock.GetTimestamp();

    /// <summary>Starts anew: something moved.</summary>
    public void Reset()
    {
        _since = clock.GetTimestamp();
        _next = TimeSpan.FromMilliseconds(20);
    }

    /// <summary>Waits, if there is patience left.</summary>
    /// <returns>False where patience is at its end; then it has not waited.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        if (clock.GetElapsedTime(_since) + _next > patience)
            return false;
        await Task.Delay(_next, clock, cancellationToken);
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        return true;
    }
}
