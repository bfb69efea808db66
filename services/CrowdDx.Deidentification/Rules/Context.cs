using System.Text.RegularExpressions;

namespace CrowdDx.Deidentification.Rules;

/// <summary>What stands around a match, and how a match becomes a finding.</summary>
internal static class Context
{
    /// <summary>Makes a finding of part of a text.</summary>
    public static Finding Found(int offset, int length, IdentifierKind kind, double confidence, string rule, string suggestion) =>
        new(offset, length, kind, kind.Letter(), confidence, rule, suggestion);

    /// <summary>Makes a finding of a whole match or of one of its groups.</summary>
    public static Finding Found(Capture capture, IdentifierKind kind, double confidence, string rule, string suggestion) =>
        Found(capture.Index, capture.Length, kind, confidence, rule, suggestion);

    /// <summary>The character before this position, or a space.</summary>
    public static char Before(string text, int offset) => offset > 0 ? text[offset - 1] : ' ';

    /// <summary>The character at this position, or a space.</summary>
    public static char At(string text, int offset) => offset < text.Length ? text[offset] : ' ';

    /// <summary>
    /// Whether a number stands alone: not the tail or head of a word, of a longer number, of a decimal, a ratio or a range.
    /// A full stop that ends the sentence is no part of the number.
    /// </summary>
    public static bool StandsAlone(string text, int offset, int length)
    {
        var before = Before(text, offset);
        if (char.IsLetterOrDigit(before) || before is '_' or '+')
            return false;
        if (before is '.' or ',' or '/' or '-' or ':' && char.IsAsciiDigit(Before(text, offset - 1)))
            return false;
        var end = offset + length;
        var after = At(text, end);
        if (char.IsLetterOrDigit(after) || after is '_' or '%' or '°')
            return false;
        return !(after is '.' or ',' or '/' or '-' or ':' && char.IsAsciiDigit(At(text, end + 1)));
    }

    /// <summary>The word that follows, in lower case, after at most three characters of white space; empty when something else follows.</summary>
    public static string WordAfter(string text, int offset)
    {
        var start = offset;
        while (start < text.Length && start - offset < 3 && char.IsWhiteSpace(text[start]))
            start++;
        var end = start;
        while (end < text.Length && end - start < 24 && char.IsLetter(text[end]))
            end++;
        return text[start..end].ToLowerInvariant();
    }

    /// <summary>The word that precedes, in lower case, before at most three characters of white space; empty when something else does.</summary>
    public static string WordBefore(string text, int offset)
    {
        var end = offset;
        while (end > 0 && offset - end < 3 && char.IsWhiteSpace(text[end - 1]))
            end--;
        var start = end;
        while (start > 0 && end - start < 24 && char.IsLetter(text[start - 1]))
            start--;
        return text[start..end].ToLowerInvariant();
    }

    /// <summary>How many ASCII digits there are.</summary>
    public static int Digits(ReadOnlySpan<char> value)
    {
        var digits = 0;
        foreach (var character in value)
            digits += char.IsAsciiDigit(character) ? 1 : 0;
        return digits;
    }

    /// <summary>The ASCII digits alone.</summary>
    public static string OnlyDigits(string value) => string.Concat(value.Where(char.IsAsciiDigit));
}
