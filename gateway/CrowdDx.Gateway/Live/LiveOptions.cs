using System.ComponentModel.DataAnnotations;

namespace CrowdDx.Gateway.Live;

/// <summary>Live events. Configuration section <c>Live</c>.</summary>
public sealed class LiveOptions
{
    /// <summary>How often a heartbeat goes out, whatever happens or does not: it must tell nothing.</summary>
    /// <value>Default: 15 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:05:00")]
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>After how long a stream ends, so that the client comes back and its rights are looked at anew.</summary>
    /// <value>Default: 30 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "1.00:00:00")]
    public TimeSpan StreamLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a client may take to accept an event before it is cut off: one that never reads would hold its connection and what waits in it.</summary>
    /// <value>Default: 30 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Most streams of one account at once.</summary>
    /// <value>Default: 50.</value>
    [Range(1, 10_000)]
    public int StreamsPerAccount { get; init; } = 50;
}
