using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrowdDx.Data.Storage;

/// <summary>A short list of slugs in one column, separated by single spaces, the same on every database.</summary>
internal static class SlugList
{
    private const int Length = 500;

    public static PropertyBuilder<IReadOnlyList<string>> HasSlugList(this PropertyBuilder<IReadOnlyList<string>> property)
        => property
            .HasConversion(
                list => string.Join(' ', list),
                text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                new ValueComparer<IReadOnlyList<string>>(
                    (left, right) => ReferenceEquals(left, right) || (left != null && right != null && left.SequenceEqual(right)),
                    list => list.Aggregate(0, (hash, slug) => HashCode.Combine(hash, slug.GetHashCode(StringComparison.Ordinal))),
                    list => list.ToArray()))
            .HasMaxLength(Length);
}
