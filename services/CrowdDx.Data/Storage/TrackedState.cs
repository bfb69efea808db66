using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CrowdDx.Data.Storage;

/// <summary>
/// What a context tracked as a transaction began. An attempt that fails has marked as saved what was rolled back: the next one must not
/// believe it, and must still write what waited before the transaction, such as a consumer's inbox row.
/// </summary>
internal sealed class TrackedState
{
    private readonly List<Snapshot> _entries;

    private TrackedState(List<Snapshot> entries) => _entries = entries;

    public static TrackedState Of(DbContext db)
        => new(db.ChangeTracker.Entries()
            .Select(entry => new Snapshot(entry.Entity, entry.State, entry.CurrentValues.Clone(), entry.State == EntityState.Added ? null : entry.OriginalValues.Clone()))
            .ToList());

    public void Restore(DbContext db)
    {
        db.ChangeTracker.Clear();
        foreach (var (entity, state, current, original) in _entries)
        {
            var entry = db.Entry(entity);
            entry.State = state == EntityState.Modified ? EntityState.Unchanged : state;
            entry.CurrentValues.SetValues(current);
            if (original is not null)
                entry.OriginalValues.SetValues(original);
        }
        db.ChangeTracker.DetectChanges();
    }

    private sealed record Snapshot(object Entity, EntityState State, PropertyValues Current, PropertyValues? Original);
}
