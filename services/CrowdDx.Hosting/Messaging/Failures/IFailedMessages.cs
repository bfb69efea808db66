namespace CrowdDx.Hosting.Messaging.Failures;

/// <summary>Where messages are that could not be consumed: the broker's <c>_error</c> queues, or this process's outbox.</summary>
internal interface IFailedMessages
{
    /// <summary>Looks at them and leaves them where they are.</summary>
    Task<FailedMessages> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Gives those that are wanted back to where they failed. What is killed in the middle may come twice, and the inbox drops it.</summary>
    /// <param name="wanted">Which.</param>
    /// <param name="noteAsync">Notes them before any is moved.</param>
    /// <param name="cancellationToken">Ends the search; what has begun to move is moved.</param>
    /// <returns>Those that were moved.</returns>
    Task<IReadOnlyList<FailedMessage>> ReplayAsync(
        Predicate<FailedMessage> wanted, Func<IReadOnlyList<FailedMessage>, Task> noteAsync, CancellationToken cancellationToken);
}
