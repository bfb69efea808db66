using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CrowdDx.Testing.TransactSql;

/// <summary>Says what SQL Server would be sent for one changed row of another provider's context.</summary>
internal static class ShadowSave
{
    /// <summary>What makes the statement: the table, what happens to the row, and which of its columns change.</summary>
    public static string ShapeOf(EntityEntry row) => $"{row.State} {row.Metadata.Name} {string.Join(' ', Changed(row).Select(property => $"{property.Metadata.DeclaringType.ShortName()}.{property.Metadata.Name}"))}";

    public static string Translate(EntityEntry row)
    {
        using var shadow = SqlServerShadow.Open();
        shadow.ChangeTracker.AutoDetectChangesEnabled = false;
        var copy = shadow.Entry(row.Entity);
        copy.State = row.State == EntityState.Modified ? EntityState.Unchanged : row.State;
        var changed = Changed(row).Select(property => (property.Metadata.DeclaringType.Name, property.Metadata.Name)).ToHashSet();
        foreach (var property in All(copy).Where(property => changed.Contains((property.Metadata.DeclaringType.Name, property.Metadata.Name))))
            property.IsModified = true;
        return SqlServerShadow.TextOf(() => shadow.SaveChanges());
    }

    private static IEnumerable<PropertyEntry> Changed(EntityEntry row)
        => row.State == EntityState.Modified ? All(row).Where(property => property.IsModified) : [];

    /// <summary>Its columns, those of a value within it too, such as a case's permission.</summary>
    private static IEnumerable<PropertyEntry> All(EntityEntry row) => row.Properties.Concat(row.ComplexProperties.SelectMany(value => value.Properties));
}
