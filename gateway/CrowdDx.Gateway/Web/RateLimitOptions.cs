using System.ComponentModel.DataAnnotations;

namespace CrowdDx.Gateway.Web;

/// <summary>How many requests are taken. Configuration section <c>RateLimits</c>.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Requests a second of one account, over time; its keys share them.</summary>
    /// <value>Default: 50.</value>
    [Range(1, 100_000)]
    public int AccountPerSecond { get; init; } = 50;

    /// <summary>Requests of one account at once.</summary>
    /// <value>Default: 200.</value>
    [Range(1, 1_000_000)]
    public int AccountBurst { get; init; } = 200;

    /// <summary>Requests a second of one address that does not say who it is, over time.</summary>
    /// <value>Default: 5.</value>
    [Range(1, 100_000)]
    public int AddressPerSecond { get; init; } = 5;

    /// <summary>Requests of one such address at once.</summary>
    /// <value>Default: 50.</value>
    [Range(1, 1_000_000)]
    public int AddressBurst { get; init; } = 50;
}
