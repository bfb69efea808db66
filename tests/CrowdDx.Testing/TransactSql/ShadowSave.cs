using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CrowdDx.Testing.TransactSql;

/// <summary>Says what SQL Server would be sent for one changed row of another provider's context.</summary>
internal static class ShadowSave
{
    /// <summary>What makes the statement: the table, what happens to the row, and which of its columns change.</summary>
    public static string ShapeOf(EntityEntry row)
        => $"{row.State} {row.Metadata.Name} {string.Join(' ', Changed(row))} {string.Join(' ', Owned(row).Select(part => $"{part.State} {part.Metadata.Name} {string.Join(' ', Changed(part))}"))}";

    public static string Translate(EntityEntry row)
    {
        using var shadow = SqlServerShadow.Open();
        shadow.ChangeTracker.AutoDetectChangesEnabled = false;
        var copy = shadow.Entry(row.Entity);
        Copy(row, copy);
        foreach (var part in Owned(row))
            Copy(part, copy.Reference(part.Metadata.FindOwnership()!.PrincipalToDependent!.Name).TargetEntry!);
        return SqlServerShadow.TextOf(() => shadow.SaveChanges());
    }

    /// <summary>Values that share the row's table, such as a case's permission.</summary>
    public static IEnumerable<EntityEntry> Owned(EntityEntry row)
        => row.References.Where(reference => reference.Metadata.TargetEntityType.IsOwned()).Select(reference => reference.TargetEntry).OfType<EntityEntry>();

    private static IEnumerable<string> Changed(EntityEntry row)
        => row.State == EntityState.Modified ? row.Properties.Where(property => property.IsModified).Select(property => property.Metadata.Name) : [];

    private static void Copy(EntityEntry from, EntityEntry to)
    {
        to.State = from.State == EntityState.Modified ? EntityState.Unchanged : from.State;
        foreach (var name in Changed(from))
            to.Property(name).IsModified = true;
    }
}
