namespace CrowdDx.Data.Scheduling;

/// <summary>That scheduled work is one process's to do, until a time. Owner: Hosting.</summary>
public sealed class Lease
{
    /// <summary>Name of the work, such as <c>audit-sealer</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The process that holds it.</summary>
    public Guid Holder { get; init; }

    /// <summary>When another may take it.</summary>
    public DateTimeOffset HeldUntil { get; init; }
}
