namespace CrowdDx.Data.Messaging;

/// <summary>A message that is to be published, written by the transaction whose news it is. Deleted by the relay of Hosting.</summary>
public sealed class OutboxMessage
{
    /// <summary>The message's id on the bus.</summary>
    public Guid Id { get; init; }

    /// <summary>Full name of the message's type in CrowdDx.Contracts.</summary>
    public required string Type { get; init; }

    /// <summary>The message as JSON: ids and small facts.</summary>
    public required string Body { get; init; }

    /// <summary>When it was written; the relay publishes the oldest first.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What it belongs to, where that is traced: a <c>traceparent</c> (W3C Trace Context), so that the trace goes on in whoever publishes it.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>That an endpoint has consumed a message; written in the consumer's own transaction.</summary>
public sealed class InboxMessage
{
    /// <summary>The message's id on the bus.</summary>
    public Guid MessageId { get; init; }

    /// <summary>Name of the receiving endpoint.</summary>
    public required string Endpoint { get; init; }

    /// <summary>When it was consumed.</summary>
    public DateTimeOffset ConsumedAt { get; init; }
}
