using FsCheck;
using FsCheck.Fluent;

namespace CrowdDx.Ranking.Tests;

internal static class Lists
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>"A B, C": A and B tied at rank 1, C at rank 2.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Groups(string list) =>
        [.. list.Split(',').Select(group => (IReadOnlyList<string>)group.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    public static ExpertList List(int expert, string list, int minute = 0, double weight = 1) =>
        new($"e{expert:D4}", Noon.AddMinutes(minute), Groups(list), weight);

    /// <summary>Expert i answers in minute i.</summary>
    public static ExpertList[] All(params string[] lists) => [.. lists.Select((list, i) => List(i, list, i))];

    public static Gen<IReadOnlyList<IReadOnlyList<string>>> AnyGroups { get; } =
        Gen.Elements("A", "B", "C", "D", "E", "F", "G").ListOf().Select(keys => keys.Take(8).ToArray())
            .SelectMany(_ => Gen.Choose(0, int.MaxValue - 1), (keys, seed) => (IReadOnlyList<IReadOnlyList<string>>)Split(keys, new Random(seed)));

    public static Gen<ExpertList[]> Any(bool weighted) =>
        Gen.Choose(0, 14).SelectMany(n =>
            AnyGroups.ArrayOf(n).SelectMany(
                _ => Gen.Choose(0, 8).ArrayOf(n * 2),
                (groups, numbers) => groups
                    .Select((g, i) => new ExpertList($"e{i}", Noon.AddMinutes(numbers[i]), g, weighted ? numbers[n + i] / 4.0 : 1))
                    .ToArray()));

    private static List<List<string>> Split(string[] keys, Random random)
    {
        var groups = new List<List<string>>();
        foreach (var key in keys)
        {
            if (groups.Count == 0 || groups.Count < 5 && random.Next(3) > 0)
                groups.Add([]);
            groups[^1].Add(key);
        }

        return groups;
    }
}
