using System.Collections.Frozen;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Indexing;

/// <summary>
/// An order of words by which phrases that differ in word order only are the same: sorted, but each side of a connector by itself, since "with" and "to" make
/// the two sides different things.
/// </summary>
internal static class Arrangement
{
    private static readonly FrozenSet<string> Connectors = WordLists.Words("connectors").ToFrozenSet(StringComparer.Ordinal);

    public static bool IsConnector(string word) => Connectors.Contains(word);

    /// <summary>The words in that order.</summary>
    public static string[] Of(IReadOnlyList<string> words)
    {
        var arranged = words.ToArray();
        for (var start = 0; start < arranged.Length; start++)
        {
            var end = start;
            while (end < arranged.Length && !IsConnector(arranged[end]))
                end++;
            Array.Sort(arranged, start, end - start, StringComparer.Ordinal);
            start = end;
        }

        return arranged;
    }
}
