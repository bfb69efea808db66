using System.Collections.Frozen;

namespace CrowdDx.Terminology.Wording;

/// <summary>The words of a phrase that name something, in one form each.</summary>
internal static class Phrasing
{
    private static readonly FrozenSet<string> Stop = WordLists.Words("stop").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> StopSmall = WordLists.Words("stop-small").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of a name.</summary>
    public static List<Token> Of(string phrase) => Of(phrase, Tokenizer.Read(phrase));

    /// <summary>The words that matter among those that were read of a phrase.</summary>
    public static List<Token> Of(string phrase, List<Token> read)
    {
        var tokens = Numerals.Unify(read);
        var kept = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (IsStop(phrase, token) && tokens.Count > 1)
            {
                if (i + 1 < tokens.Count)
                    tokens[i + 1] = tokens[i + 1] with { Before = tokens[i + 1].Before | token.Before };
                continue;
            }

            // What is denied stays with its denial whatever the order of the words.
            if (token.Text == "non" && i + 1 < tokens.Count)
            {
                i++;
                token = tokens[i] with { Text = "non" + tokens[i].Text, Typed = "non" + tokens[i].Typed, Start = token.Start, Before = token.Before };
            }

            kept.Add(token);
        }

        return kept;
    }

    /// <summary>Whether the word was written in capitals, though the phrase was not.</summary>
    public static bool IsCapital(string phrase, Token token)
    {
        var raw = token.Raw(phrase);
        var letters = 0;
        foreach (var c in raw)
        {
            if (char.IsLower(c))
                return false;
            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters > 0;
    }

    private static bool IsStop(string phrase, Token token) =>
        Stop.Contains(token.Text) || StopSmall.Contains(token.Typed) && !IsCapital(phrase, token);
}
