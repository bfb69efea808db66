namespace CrowdDx.Cli.Replay;

/// <summary>What was asked for.</summary>
internal sealed record ReplayOptions
{
    /// <summary>The service's address.</summary>
    public required Uri Url { get; init; }

    /// <summary>An operator's API key.</summary>
    public required string Key { get; init; }

    /// <summary>The name of the run: two runs of one name and one file post the same cases.</summary>
    public required string Run { get; init; }

    /// <summary>Name of the network to create or to use.</summary>
    public required string Network { get; init; }

    /// <summary>The state file.</summary>
    public required string State { get; init; }

    /// <summary>Requests at once.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Whether to read every differential back.</summary>
    public bool Check { get; init; } = true;

    /// <summary>How long an invitation may take, and how long boards may stand still before they are given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}
