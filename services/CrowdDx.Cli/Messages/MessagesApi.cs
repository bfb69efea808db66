using System.Text.Json;

using CrowdDx.Cli.Service;

namespace CrowdDx.Cli.Messages;

/// <summary>The routes on messages that failed.</summary>
internal sealed class MessagesApi(ServiceClient service, string key)
{
    public Task<ServiceReply<FailedMessagesReply>> ListAsync(CancellationToken cancellationToken)
        => service.SendAsync<FailedMessagesReply>(new(HttpMethod.Get, "messages", key), cancellationToken);

    public Task<ServiceReply<FailedMessageReply[]>> GetAsync(Guid messageId, CancellationToken cancellationToken)
        => service.SendAsync<FailedMessageReply[]>(new(HttpMethod.Get, $"messages/{messageId}", key), cancellationToken);

    public Task<ServiceReply<FailedMessagesReply>> ReplayAsync(IReadOnlyList<Guid>? messageIds, string? queue, CancellationToken cancellationToken)
        => service.SendAsync<FailedMessagesReply>(new(HttpMethod.Post, "messages/replay", key) { Body = new { messageIds, queue } }, cancellationToken);
}

/// <summary>What failed.</summary>
internal sealed record FailedMessagesReply(long Total, IReadOnlyList<FailedMessageReply> Items);

/// <summary>A message that failed.</summary>
internal sealed record FailedMessageReply(
    Guid? MessageId, string Queue, string? Type, DateTimeOffset? SentAt, DateTimeOffset? FailedAt, string? Fault, string? Process, IReadOnlyDictionary<string, JsonElement> Facts)
{
    /// <summary>In one line.</summary>
    public string Line() => $"{MessageId?.ToString() ?? "(without an id)",-36}  {Queue,-24}  {Type ?? "(unreadable)",-22}  {At(FailedAt)}  {Fault}";

    /// <summary>All of it, a line each.</summary>
    public IEnumerable<string> Lines()
        =>
        [
            $"message  {MessageId}",
            $"queue    {Queue}",
            $"type     {Type}",
            $"sent     {At(SentAt)}",
            $"failed   {At(FailedAt)}",
            $"fault    {Fault}",
            $"process  {Process}",
            .. Facts.Select(fact => $"{fact.Key,-8} {fact.Value}"),
        ];

    private static string At(DateTimeOffset? time) => $"{time:yyyy-MM-dd HH:mm:ss}Z";
}
