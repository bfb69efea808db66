using CrowdDx.Data;
using CrowdDx.Data.Requests;

namespace CrowdDx.Hosting.Messaging.Failures;

/// <summary>Which messages to try again.</summary>
/// <param name="MessageIds">By id, wherever they failed.</param>
/// <param name="Queue">All that failed at an endpoint.</param>
internal sealed record ReplayRequest(IReadOnlyList<Guid>? MessageIds, string? Queue);

/// <summary>An operator gives messages back to where they failed, on record.</summary>
internal sealed class ReplayMessages(CrowdDxDbContext db, IFailedMessages failed, Subscriptions subscriptions)
{
    /// <summary>Moves the messages that are named; those that are not there are left out.</summary>
    public async Task<Reply<FailedMessages>> RunAsync(Caller caller, ReplayRequest request, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (request.MessageIds is null && request.Queue is null)
            errors.Add("messageIds", "Name messages by id, or a queue.");
        if (request.Queue is not null && !subscriptions.Endpoints.Contains(request.Queue))
            errors.Add("queue", $"Name one of: {string.Join(", ", subscriptions.Endpoints)}.");
        if (!errors.None)
            return Problem.Invalid(errors);
        var ids = request.MessageIds?.ToHashSet();
        var moved = await failed.ReplayAsync(
            message => (request.Queue is null || message.Queue == request.Queue) && (ids is null || (message.MessageId is { } id && ids.Contains(id))),
            messages => NoteAsync(caller.Id, messages, cancellationToken),
            cancellationToken);
        return new FailedMessages(moved.Count, moved);
    }

    private Task<int> NoteAsync(Guid operatorId, IReadOnlyList<FailedMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
            db.Audit("message.replay", operatorId, message.MessageId, message.Queue);
        return db.SaveChangesAsync(cancellationToken);
    }
}
