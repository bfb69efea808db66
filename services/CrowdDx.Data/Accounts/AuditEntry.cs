namespace CrowdDx.Data.Accounts;

/// <summary>
/// Who did what to which object, ids only. Appended in the actor's own transaction by <see cref="CrowdDxDbContext.Audit"/>;
/// the sealer numbers and chains entries afterwards, so that a removed or altered one shows.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who did it; null for the service itself.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>A stable verb, such as <c>case.readByOperator</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The object it was done to.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The reason given, where one is asked for. Never case text.</summary>
    public string? Reason { get; init; }

    /// <summary>Place in the chain, from 1; null until sealed.</summary>
    public long? Sequence { get; private set; }

    /// <summary>SHA-256 over the previous entry's hash and this entry's content; null until sealed.</summary>
    public byte[]? Hash { get; private set; }

    /// <summary>Gives the entry its place in the chain.</summary>
    public void Seal(long sequence, byte[] hash) => (Sequence, Hash) = (sequence, hash);
}
