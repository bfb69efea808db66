using System.Collections.Concurrent;
using System.Threading.Channels;

namespace CrowdDx.Hosting.Messaging;

/// <summary>Messages that this process published and that not every endpoint has consumed yet.</summary>
internal sealed class InFlight(TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, Awaited> _awaited = new();
    private readonly Channel<Guid> _done = Channel.CreateUnbounded<Guid>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Messages that every endpoint has consumed: their outbox rows may go.</summary>
    public ChannelReader<Guid> Done => _done.Reader;

    /// <summary>Remembers that a message is about to be published; false where it was published less than <paramref name="again"/> ago.</summary>
    public bool Begin(Guid messageId, IReadOnlyList<string> endpoints, TimeSpan again)
    {
        var now = clock.GetUtcNow();
        var fresh = new Awaited(now, [.. endpoints]);
        var kept = _awaited.AddOrUpdate(messageId, fresh, (_, old) => now - old.PublishedAt < again ? old : fresh.After(old));
        return ReferenceEquals(kept, fresh);
    }

    /// <summary>The message went out; one that nobody awaits is done.</summary>
    public void Published(Guid messageId)
    {
        if (_awaited.TryGetValue(messageId, out var awaited) && awaited.IsEmpty)
            Finish(messageId);
    }

    /// <summary>The message did not go out; the next poll tries again.</summary>
    public void Failed(Guid messageId) => _awaited.TryRemove(messageId, out _);

    /// <summary>An endpoint could not consume the message; it may yet.</summary>
    public void Faulted(Guid messageId, string endpoint, Exception exception)
    {
        if (_awaited.TryGetValue(messageId, out var awaited))
            awaited.Faults[endpoint] = new(endpoint, exception.GetType().FullName!, clock.GetUtcNow());
    }

    /// <summary>Where, why and when a message failed last, for as long as it has not been consumed there.</summary>
    public IReadOnlyList<Fault> FaultsOf(Guid messageId) => _awaited.TryGetValue(messageId, out var awaited) ? [.. awaited.Faults.Values] : [];

    /// <summary>An endpoint has the message in its inbox.</summary>
    public void Consumed(Guid messageId, string endpoint)
    {
        if (_awaited.TryGetValue(messageId, out var awaited) && awaited.Remove(endpoint))
            Finish(messageId);
    }

    /// <summary>The outbox row is deleted.</summary>
    public void Forget(Guid messageId) => _awaited.TryRemove(messageId, out _);

    private void Finish(Guid messageId) => _done.Writer.TryWrite(messageId);

    /// <summary>That an endpoint failed.</summary>
    internal sealed record Fault(string Endpoint, string Type, DateTimeOffset At);

    private sealed class Awaited(DateTimeOffset publishedAt, HashSet<string> endpoints)
    {
        public ConcurrentDictionary<string, Fault> Faults { get; } = new();

        public DateTimeOffset PublishedAt { get; } = publishedAt;

        public bool IsEmpty
        {
            get
            {
                lock (endpoints)
                    return endpoints.Count == 0;
            }
        }

        /// <summary>The same, with what is known from the time before.</summary>
        public Awaited After(Awaited old)
        {
            foreach (var fault in old.Faults.Values)
                Faults.TryAdd(fault.Endpoint, fault);
            return this;
        }

        /// <summary>True where this was the last one.</summary>
        public bool Remove(string endpoint)
        {
            Faults.TryRemove(endpoint, out _);
            lock (endpoints)
                return endpoints.Remove(endpoint) && endpoints.Count == 0;
        }
    }
}
