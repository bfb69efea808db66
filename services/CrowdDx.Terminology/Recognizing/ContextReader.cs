using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>Takes what stands around the name of a disease off it: hedges, denials, histories, percentages, tags.</summary>
internal static class ContextReader
{
    private static readonly ContextPhrases Before = new("before", fromEnd: false);
    private static readonly ContextPhrases After = new("after", fromEnd: true);

    /// <summary>The words without what stands around them, and what that said. Something always remains, and a name that stands there as it is remains whole.</summary>
    public static (List<Token> Words, PhraseContext Context) Read(List<Token> tokens, Func<List<Token>, bool> isName)
    {
        var context = default(PhraseContext);
        while (tokens.Count > 1)
        {
            var to = tokens.Count;
            if (IsShare(tokens[^1].Text) || IsTag(tokens[^1]))
                tokens = tokens[..^1];
            else if (IsShare(tokens[0].Text))
                tokens = tokens[1..];
            else if (Longer(After.Find(tokens, 0, to), Talk.AtEnd(tokens, 0, to)) is { } after)
                (tokens, context) = (tokens[..^after.Length], Add(context, after));
            else if ((Before.Find(tokens, 0, to) ?? Talk.AtStart(tokens, 0, to)) is { } before)
                (tokens, context) = (tokens[before.Length..], Add(context, before));
            else
                break;
            // "most likely May-Thurner syndrome": the next word to go would be the "may".
            if (isName(tokens))
                break;
        }

        return (tokens, context);
    }

    private static ContextPhrase? Longer(ContextPhrase? told, ContextPhrase? talk) => talk is null || told?.Length >= talk.Length ? told : talk;

    private static bool IsShare(string word) => word.Length > 1 && word[^1] == '%';

    /// <summary>SNOMED CT's tag: "Myocardial infarction (disorder)".</summary>
    private static bool IsTag(Token token) => token is { Text: "disorder" or "finding" or "situation" } && (token.Before & Breaks.Opening) != Breaks.None;

    private static PhraseContext Add(PhraseContext context, ContextPhrase found) => found.Says switch
    {
        "possible" => context with { Certainty = Certainty.Possible },
        "probable" => context.Certainty == Certainty.Unstated ? context with { Certainty = Certainty.Probable } : context,
        "certain" => context.Certainty == Certainty.Unstated ? context with { Certainty = Certainty.Certain } : context,
        "toexclude" => context with { Certainty = Certainty.ToExclude },
        "denied" => context with { Standing = Standing.Denied },
        "family" => context with { Standing = Standing.Family },
        "past" when context.Standing == Standing.Present => context with { Standing = Standing.Past },
        "risk" when context.Standing == Standing.Present => context with { Standing = Standing.Risk },
        _ => context,
    };
}
