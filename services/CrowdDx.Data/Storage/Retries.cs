namespace CrowdDx.Data.Storage;

/// <summary>How long a database server is tried again before a failure is one: long enough for a failover, short enough for a person who waits.</summary>
public static class Retries
{
    /// <summary>Most tries after the first.</summary>
    public const int Most = 8;

    /// <summary>Longest pause between two.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>The pause before the next try. Transactions that collided wait milliseconds, where a server that is away gets seconds.</summary>
    /// <param name="usual">What the provider's strategy says; null for no further try.</param>
    /// <param name="collided">Whether the transaction was given up for another's sake.</param>
    public static TimeSpan? PauseAfter(TimeSpan? usual, bool collided) => collided ? usual / 50 : usual;
}
