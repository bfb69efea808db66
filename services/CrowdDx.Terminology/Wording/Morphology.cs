using System.Collections.Frozen;

namespace CrowdDx.Terminology.Wording;

/// <summary>How medical words are built: prefixes, roots joined by o or i, and an ending.</summary>
internal static class Morphology
{
    private const int Shortest = 6;
    private const int LongestPart = 16;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prefixes = Parts("prefix");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Roots = Parts("root");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Suffixes = Parts("suffix");

    /// <summary>
    /// True if prefixes, at least one root of three letters or more, and an ending make the word: an ending that starts with a vowel right behind a root (bronch-itis),
    /// one that starts with a consonant behind a vowel (bronch-o-spasm).
    /// </summary>
    public static bool Builds(string word)
    {
        if (word.Length is < Shortest or > 40)
            return false;
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterLower(c))
                return false;
        }

        // What has been reached: behind prefixes, behind roots, and behind the vowel that joins a root to what comes.
        Span<bool> prefixed = stackalloc bool[word.Length + 1];
        Span<bool> rooted = stackalloc bool[word.Length + 1];
        Span<bool> joined = stackalloc bool[word.Length + 1];
        prefixed[0] = true;
        for (var at = 0; at < word.Length; at++)
        {
            var goes = IsVowel(word[at]) ? rooted[at] : joined[at] || rooted[at] && IsVowel(word[at - 1]);
            if (prefixed[at] || goes || joined[at])
                Reach(word, at, prefixed, rooted, joined);
            if (goes && Suffixes.Contains(word.AsSpan(at)))
                return true;
        }

        return false;
    }

    /// <summary>What is left of a word behind each of its prefixes of three letters or more, if it is four letters or more.</summary>
    public static IEnumerable<string> WithoutPrefix(string word)
    {
        for (var length = 3; length <= Math.Min(word.Length - 4, LongestPart); length++)
        {
            if (Prefixes.Contains(word.AsSpan(0, length)))
                yield return word[length..];
        }
    }

    private static void Reach(ReadOnlySpan<char> word, int at, Span<bool> prefixed, Span<bool> rooted, Span<bool> joined)
    {
        for (var end = at + 1; end <= Math.Min(word.Length, at + LongestPart); end++)
        {
            var part = word[at..end];
            if (prefixed[at] && Prefixes.Contains(part))
                prefixed[end] = true;
            if (part.Length < 3 || !Roots.Contains(part))
                continue;
            rooted[end] = true;
            if (end < word.Length && word[end] is 'o' or 'i')
                joined[end + 1] = true;
        }
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Parts(string kind) =>
        WordLists.Pairs("morphemes", ":").Where(pair => pair.Left == kind).SelectMany(pair => pair.Right.Split(' '))
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
