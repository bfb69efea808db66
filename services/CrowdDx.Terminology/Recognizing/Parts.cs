using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>The parts of a phrase that may name different diseases, or explain one.</summary>
internal static class Parts
{
    private const Breaks Separating = Breaks.Comma | Breaks.Slash | Breaks.Semicolon | Breaks.Question | Breaks.Plus | Breaks.Dash | Breaks.Opening | Breaks.Closing;

    /// <summary>The parts between commas, slashes, brackets, "or", "vs", "and" and the like; one if there is none of these.</summary>
    public static List<List<Token>> Of(List<Token> tokens)
    {
        var parts = new List<List<Token>> { new() };
        foreach (var token in tokens)
        {
            if (IsSeparator(token.Text))
            {
                Start();
                continue;
            }

            if ((token.Before & Separating) != Breaks.None)
                Start();
            parts[^1].Add(token);
        }

        parts.RemoveAll(static part => part.Count == 0);
        return parts;

        void Start()
        {
            if (parts[^1].Count > 0)
                parts.Add([]);
        }
    }

    /// <summary>True if "or", "vs" or a slash says that several diseases are meant, or "no" that one is not.</summary>
    public static bool Are(List<Token> tokens) => tokens.Exists(static token => token.Text is "or" or "vs" or "versus" or "no" or "not" or "nor" or "but" || (token.Before & Breaks.Slash) != Breaks.None);

    private static bool IsSeparator(string word) => word is "or" or "vs" or "versus" or "and" or "oder" or "ou" or "plus" or "aka" or "vagy";
}
