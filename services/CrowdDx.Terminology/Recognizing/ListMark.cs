using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>"1. ", "(2)", "b)", "- ", "• " at the start of a phrase.</summary>
internal static class ListMark
{
    /// <summary>The words behind the mark of a list.</summary>
    public static List<Token> Drop(string phrase, List<Token> tokens)
    {
        var end = End(phrase);
        var first = tokens.FindIndex(token => token.Start >= end);
        return first > 0 ? tokens[first..] : tokens;
    }

    /// <summary>Where the phrase starts behind the mark of a list; 0 if there is none.</summary>
    public static int End(string phrase)
    {
        var start = Skip(phrase, 0);
        var at = start;
        var bracket = at < phrase.Length && phrase[at] == '(';
        at += bracket || at < phrase.Length && phrase[at] == '#' ? 1 : 0;
        var mark = at;
        while (at < phrase.Length && at - mark < 2 && char.IsAsciiDigit(phrase[at]))
            at++;
        var isNumber = at > mark;
        if (!isNumber && at < phrase.Length && char.IsAsciiLetter(phrase[at]))
            at++;
        if (at == mark || at >= phrase.Length)
            return start;
        var sign = phrase[at];
        // "1.5" is a number, and "C. diff" no item of a list.
        var ends = sign == ')' || isNumber && !bracket && (sign is ':' or ']' || sign == '.' && at + 1 < phrase.Length && !char.IsAsciiDigit(phrase[at + 1]))
            || isNumber && sign == ' ' && mark > start && phrase[mark - 1] == '#';
        return ends && at + 1 < phrase.Length ? Skip(phrase, at + 1) : start;
    }

    private static int Skip(string phrase, int at)
    {
        while (at < phrase.Length && (char.IsWhiteSpace(phrase[at]) || phrase[at] is '-' or '*' or '•' or '–' or '—' or '·' or '▪' or '◦' or '►' or '→' or '>' or '~'))
            at++;
        return at < phrase.Length ? at : 0;
    }
}
