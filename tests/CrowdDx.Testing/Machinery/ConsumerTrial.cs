using CrowdDx.Data;

namespace CrowdDx.Testing.Machinery;

/// <summary>A consumer, what it is put before, and what must be so afterwards, however often the message comes and wherever it breaks.</summary>
/// <param name="Consumer">The consumer.</param>
/// <param name="Message">One of the messages that it consumes.</param>
/// <param name="ArrangeAsync">Stores a fresh setting and gives the message.</param>
/// <param name="Expected">What <see cref="Setting.ReadAsync"/> must give.</param>
public sealed record ConsumerTrial(Type Consumer, Type Message, Func<CrowdDxApplication, Task<Setting>> ArrangeAsync, string Expected)
{
    public string Subject => $"{Consumer.Name} of {Message.Name}";
}

/// <summary>What a consumer is put before.</summary>
/// <param name="Message">The message.</param>
/// <param name="ReadAsync">Says what became of it, without ids or times that differ from run to run.</param>
/// <param name="AlsoBreaks">A context that the consumer writes through besides its own, if there is one.</param>
public sealed record Setting(object Message, Func<CrowdDxDbContext, Task<string>> ReadAsync, Func<CrowdDxDbContext, bool>? AlsoBreaks = null);
