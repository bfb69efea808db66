using CrowdDx.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.Scheduling;

/// <summary>
/// Claims scheduled work for one process at a time. A lease spares the others the work; it is no lock: clocks differ and a process may sleep longer than it
/// holds, so what runs under one stays safe to run twice.
/// </summary>
public static class Leases
{
    private static readonly Guid Self = Guid.CreateVersion7();

    /// <summary>Takes or prolongs a lease for this process; false where another holds it.</summary>
    /// <param name="db">Its open changes are not saved.</param>
    /// <param name="name">Name of the work, at most 100 characters.</param>
    /// <param name="now">The present.</param>
    /// <param name="duration">After which others may take it, should this process have died.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    public static Task<bool> TryLeaseAsync(this CrowdDxDbContext db, string name, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken)
        => TryLeaseAsync(db, name, Self, now, duration, cancellationToken);

    internal static async Task<bool> TryLeaseAsync(
        CrowdDxDbContext db, string name, Guid holder, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken)
    {
        var until = now + duration;
        var taken = await db.Leases
            .Where(lease => lease.Name == name && (lease.Holder == holder || lease.HeldUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Holder, holder).SetProperty(lease => lease.HeldUntil, until), cancellationToken);
        if (taken == 1)
            return true;
        if (await db.Leases.AnyAsync(lease => lease.Name == name, cancellationToken))
            return false;
        var first = db.Leases.Add(new() { Name = name, Holder = holder, HeldUntil = until });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            first.State = EntityState.Detached;
            return false;
        }
    }
}
