using System.ComponentModel.DataAnnotations;

namespace CrowdDx.Hosting.Messaging;

/// <summary>How messages travel. Configuration section <c>Messaging</c>.</summary>
public sealed class MessagingOptions
{
    /// <summary>Kind of bus.</summary>
    /// <value>Default: <see cref="MessageTransport.InMemory"/>.</value>
    public MessageTransport Transport { get; init; } = MessageTransport.InMemory;

    /// <summary>How often the relay looks for outbox rows that nobody handed to it (left by a process that died).</summary>
    /// <value>Default: 5 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00")]
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>On a shared broker: how old an outbox row must be before another process takes it for left over by one that died.</summary>
    /// <value>Default: 15 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00")]
    public TimeSpan TakeOverAfter { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>After how long a message that was published and not consumed is published again.</summary>
    /// <value>Default: 1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "1.00:00:00")]
    public TimeSpan PublishAgainAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long it is remembered that a message was consumed.</summary>
    /// <value>Default: 7 days.</value>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan InboxRetention { get; init; } = TimeSpan.FromDays(7);
}

/// <summary>Kinds of bus.</summary>
public enum MessageTransport
{
    /// <summary>Within this process.</summary>
    InMemory = 0,

    /// <summary>RabbitMQ.</summary>
    RabbitMq = 1,
}
