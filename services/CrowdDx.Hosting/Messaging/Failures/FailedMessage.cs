using System.Text.Json;

namespace CrowdDx.Hosting.Messaging.Failures;

/// <summary>A message that could not be consumed, as an operator sees it: never its body.</summary>
/// <param name="MessageId">The message's id; null for what is none of ours.</param>
/// <param name="Queue">The endpoint that failed; <c>outbox</c> for what could not be published.</param>
/// <param name="Type">Name of the message's type; null where it cannot be read.</param>
/// <param name="SentAt">When it was published, as far as it says.</param>
/// <param name="FailedAt">When it failed last.</param>
/// <param name="Fault">Type of the exception.</param>
/// <param name="Process">Where it failed: machine and process id.</param>
/// <param name="Facts">The ids, numbers and flags that it carries, where the type is one of ours.</param>
internal sealed record FailedMessage(
    Guid? MessageId, string Queue, string? Type, DateTimeOffset? SentAt, DateTimeOffset? FailedAt, string? Fault, string? Process, IReadOnlyDictionary<string, JsonElement> Facts);

/// <summary>What failed, oldest first within a queue.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Items">At most 1,000 of each queue.</param>
internal sealed record FailedMessages(long Total, IReadOnlyList<FailedMessage> Items);
