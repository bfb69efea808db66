using System.Collections.Frozen;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>
/// Runs of two words or more at the ends of a phrase that name nothing, however they are put together: "I'd go with", "would be my first thought".
/// The single words that are hedges stand in the list of context phrases; here "may" alone could be that of May-Thurner syndrome.
/// </summary>
internal static class Talk
{
    private const string Faint = "faint";

    private static readonly FrozenDictionary<string, string> Says = WordLists.Pairs("talk", ":")
        .SelectMany(pair => pair.Right.Split(' ', StringSplitOptions.RemoveEmptyEntries), (pair, word) => KeyValuePair.Create(WordForm.Of(word), pair.Left))
        .DistinctBy(pair => pair.Key).ToFrozenDictionary(StringComparer.Ordinal);

    // These lead over to the name; the other faint words may be part of it.
    private static readonly FrozenSet<string> Leading = FrozenSet.Create(StringComparer.Ordinal, "of", "for", "is", "be", "with", "to", "a", "an", "the", "as", "at", "has", "was", "like", "put");

    private static readonly FrozenSet<string> Ranks = FrozenSet.Create(StringComparer.Ordinal, "first", "second", "third", "one", "number", "high", "higher", "low", "clear", "an", "in", "on");

    /// <summary>The run at the start; null if there is none.</summary>
    public static ContextPhrase? AtStart(List<Token> tokens, int from, int to)
    {
        var end = from;
        while (end < to - 1 && IsTalk(tokens[end]))
            end++;
        while (end > from && IsFaint(tokens[end - 1]) && !Leading.Contains(tokens[end - 1].Text))
            end--;
        return Run(tokens, from, end);
    }

    /// <summary>The run at the end; null if there is none.</summary>
    public static ContextPhrase? AtEnd(List<Token> tokens, int from, int to)
    {
        var start = to;
        while (start > from + 1 && IsTalk(tokens[start - 1]))
            start--;
        // The A of haemophilia A is no article.
        while (start < to && (tokens[start].Text.Length == 1 || IsFaint(tokens[start]) && Ranks.Contains(tokens[start].Text)))
            start++;
        return Run(tokens, start, to);
    }

    private static bool IsTalk(Token token) => !token.Accented && Says.ContainsKey(token.Text);

    private static bool IsFaint(Token token) => Says[token.Text] == Faint;

    private static ContextPhrase? Run(List<Token> tokens, int start, int end)
    {
        var says = tokens[start..end].Select(static token => Says[token.Text]).Where(static says => says != Faint).ToHashSet(StringComparer.Ordinal);
        return says.Count == 0 || end - start < 2 ? null : new(says.Contains("possible") ? "possible" : says.Contains("probable") ? "probable" : "certain", end - start);
    }
}
