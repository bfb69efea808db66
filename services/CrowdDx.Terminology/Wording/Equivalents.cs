using System.Collections.Frozen;

namespace CrowdDx.Terminology.Wording;

/// <summary>Words and groups of words that mean the same in the name of a disease: kidney and renal, CMV and cytomegalovirus.</summary>
internal static class Equivalents
{
    private static readonly FrozenDictionary<string, string> Words =
        WordLists.Pairs("equivalents", ":")
            .SelectMany(pair => pair.Right.Split(' ', StringSplitOptions.RemoveEmptyEntries), (pair, other) => KeyValuePair.Create(WordForm.Of(other), WordForm.Of(pair.Left)))
            .DistinctBy(pair => pair.Key).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Rewriting[]> Groups =
        WordLists.Pairs("rewritings", "=>").Select(pair => new Rewriting(Split(pair.Left), Split(pair.Right)))
            .GroupBy(rewriting => rewriting.From[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(rewriting => rewriting.From.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>All words that have an equivalent.</summary>
    public static IEnumerable<string> Known => Words.Keys.Concat(Words.Values).Concat(Groups.Values.SelectMany(group => group).SelectMany(rewriting => rewriting.From.Concat(rewriting.To)));

    /// <summary>The word that stands for it and for all that mean the same.</summary>
    public static string Of(string word) => Words.GetValueOrDefault(word, word);

    /// <summary>The words, groups and single ones replaced by what stands for them.</summary>
    public static List<string> Of(List<string> words)
    {
        var replaced = new List<string>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (Groups.TryGetValue(words[i], out var group) && Array.Find(group, rewriting => rewriting.StandsAt(words, i)) is { } found)
            {
                replaced.AddRange(found.To.Select(Of));
                i += found.From.Length - 1;
            }
            else
            {
                replaced.Add(Of(words[i]));
            }
        }

        return replaced;
    }

    private static string[] Split(string words) => [.. Phrasing.Of(words).Select(token => token.Text)];

    private sealed record Rewriting(string[] From, string[] To)
    {
        public bool StandsAt(List<string> words, int at)
        {
            if (at + From.Length > words.Count)
                return false;
            for (var i = 1; i < From.Length; i++)
            {
                if (words[at + i] != From[i])
                    return false;
            }

            return true;
        }
    }
}
