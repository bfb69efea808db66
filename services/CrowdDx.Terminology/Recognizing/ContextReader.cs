using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>Takes what stands around the name of a disease off it: hedges, denials, histories, percentages, tags.</summary>
internal static class ContextReader
{
    private static readonly ContextPhrases Before = new("before", fromEnd: false);
    private static readonly ContextPhrases After = new("after", fromEnd: true);

    /// <summary>The words without what stands around them, and what that said. Something always remains.</summary>
    public static (List<Token> Words, PhraseContext Context) Read(List<Token> tokens)
    {
        var (from, to) = (0, tokens.Count);
        var context = default(PhraseContext);
        while (to - from > 1)
        {
            if (IsShare(tokens[to - 1].Text) && to - from > 1)
                to--;
            else if (IsShare(tokens[from].Text))
                from++;
            else if (Before.Find(tokens, from, to) is { } before)
                (from, context) = (from + before.Length, Add(context, before));
            else if (After.Find(tokens, from, to) is { } after)
                (to, context) = (to - after.Length, Add(context, after));
            else
                break;
        }

        return (to - from == tokens.Count ? tokens : tokens[from..to], context);
    }

    private static bool IsShare(string word) => word.Length > 1 && word[^1] == '%';

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
