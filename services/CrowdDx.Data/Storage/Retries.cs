namespace CrowdDx.Data.Storage;

/// <summary>How long a database server is tried again before a failure is one: long enough for a failover, short enough for a person who waits.</summary>
public static class Retries
{
    /// <summary>Most tries after the first.</summary>
    public const int Most = 50;

    /// <summary>Most tries after the first where the server is away: with pauses as below, about a quarter of a minute.</summary>
    public const int MostWhereAway = 8;

    /// <summary>Longest pause between two.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestPauseOfCollided = TimeSpan.FromMilliseconds(100);

    /// <summary>The pause before the next try.</summary>
    /// <param name="usual">What the provider's strategy says; null for no further try.</param>
    /// <param name="tries">How many have failed.</param>
    /// <param name="collided">
    /// Whether the transaction was given up for another's sake. It waits a moment of chance, so that those that collided do not meet again.
    /// </param>
    /// <param name="chance">A number from 0 to 1.</param>
    public static TimeSpan? PauseAfter(TimeSpan? usual, int tries, bool collided, double chance)
    {
        if (!collided)
            return tries > MostWhereAway ? null : usual;
        return usual is null ? null : LongestPauseOfCollided * chance * Math.Min(1, tries / 10.0);
    }
}
