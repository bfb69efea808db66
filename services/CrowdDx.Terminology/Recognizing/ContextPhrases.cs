using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>A phrase that stands around the name of a disease.</summary>
/// <param name="Says">What it says, in the words of the list.</param>
/// <param name="Length">How many words it has.</param>
internal sealed record ContextPhrase(string Says, int Length);

/// <summary>The phrases that stand before the name of a disease, or those that stand after it.</summary>
internal sealed class ContextPhrases
{
    private readonly bool _fromEnd;
    private readonly Dictionary<string, List<(Token[] Words, ContextPhrase Phrase)>> _byFirst = new(StringComparer.Ordinal);

    public ContextPhrases(string side, bool fromEnd)
    {
        _fromEnd = fromEnd;
        foreach (var (head, phrases) in WordLists.Pairs("context", ":").Where(pair => pair.Left.StartsWith(side, StringComparison.Ordinal)))
        {
            foreach (var phrase in phrases.Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                var words = Tokenizer.Read(phrase).ToArray();
                var first = (fromEnd ? words[^1] : words[0]).Text;
                if (!_byFirst.TryGetValue(first, out var same))
                    _byFirst.Add(first, same = []);
                same.Add((words, new(head[side.Length..].Trim(), words.Length)));
            }
        }

        foreach (var same in _byFirst.Values)
            same.Sort(static (one, other) => other.Words.Length.CompareTo(one.Words.Length));
    }

    /// <summary>The longest phrase at that end of the words that leaves one of them; null if there is none.</summary>
    public ContextPhrase? Find(List<Token> tokens, int from, int to)
    {
        if (!_byFirst.TryGetValue(tokens[_fromEnd ? to - 1 : from].Text, out var same))
            return null;
        foreach (var (words, phrase) in same)
        {
            var start = _fromEnd ? to - words.Length : from;
            if (words.Length < to - from && Stands(words, tokens, start))
                return phrase;
        }

        return null;
    }

    private static bool Stands(Token[] words, List<Token> tokens, int start)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (tokens[start + i].Text != words[i].Text || tokens[start + i].Accented && !words[i].Accented)
                return false;
        }

        return true;
    }
}
