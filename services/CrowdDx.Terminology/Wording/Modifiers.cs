using System.Collections.Frozen;

namespace CrowdDx.Terminology.Wording;

/// <summary>Words that say how a disease is, and seldom which: severe, recurrent. And groups of words of which one excludes the others: acute and chronic.</summary>
internal static class Modifiers
{
    private static readonly FrozenSet<string> Soft = WordLists.Words("soft").Select(WordForm.Of).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FrozenSet<string>> Excluded = WordLists.Lines("opposites")
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Equivalents.Of(WordForm.Of(word))).Distinct(StringComparer.Ordinal).ToList())
        .SelectMany(group => group, (group, word) => (word, others: group.Where(other => other != word)))
        .GroupBy(pair => pair.word, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(pair => pair.others).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>True for a word that seldom tells one disease from another.</summary>
    public static bool IsSoft(string word) => Soft.Contains(word);

    /// <summary>True for a word of which another is the opposite.</summary>
    public static bool HasOpposite(string word) => Excluded.ContainsKey(word);

    /// <summary>True if a word of the one excludes a word of the other, which it does not have itself; so do different numbers and single letters.</summary>
    public static bool Oppose(IReadOnlyCollection<string> one, IReadOnlyCollection<string> other) =>
        one.Any(word => !other.Contains(word) && Excluded.TryGetValue(word, out var excluded) && other.Any(candidate => excluded.Contains(candidate) && !one.Contains(candidate)))
        || Numbers(one) is { Count: > 0 } numbers && Numbers(other) is { Count: > 0 } others && !numbers.SetEquals(others);

    private static HashSet<string> Numbers(IEnumerable<string> words) => words.Where(static word => word.Length == 1 || word.Any(char.IsAsciiDigit)).ToHashSet(StringComparer.Ordinal);
}
