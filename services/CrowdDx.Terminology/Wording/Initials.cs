namespace CrowdDx.Terminology.Wording;

/// <summary>"M.I." is one word, "C. diff" two.</summary>
internal static class Initials
{
    /// <summary>Joins runs of two or more single letters that a full stop ends each and nothing else separates.</summary>
    public static List<Token> Join(List<Token> tokens)
    {
        if (!tokens.Exists(token => token.Dotted))
            return tokens;
        var joined = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var last = i;
            while (IsInitial(tokens[last]) && last + 1 < tokens.Count && tokens[last + 1].Start == tokens[last].End + 1 && tokens[last + 1].Text.Length == 1)
                last++;
            joined.Add(last == i ? tokens[i] : tokens[i] with { Text = string.Concat(tokens[i..(last + 1)].Select(token => token.Text)), End = tokens[last].End });
            i = last;
        }

        return joined;

        static bool IsInitial(Token token) => token is { Dotted: true, Text.Length: 1 } && char.IsLetter(token.Text[0]);
    }
}
