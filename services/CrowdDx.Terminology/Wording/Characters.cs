using System.Globalization;

namespace CrowdDx.Terminology.Wording;

/// <summary>What single characters are to the reader of a phrase.</summary>
internal static class Characters
{
    /// <summary>Apostrophes, hyphens and signs in their ASCII form.</summary>
    public static char Plain(char c) => c < '\u0080' ? c : c switch
    {
        '’' or '‘' or 'ʼ' or '´' or '＇' => '\'',
        '‐' or '‑' or '−' or '－' => '-',
        '＋' or '⁺' or '₊' => '+',
        '⁻' or '₋' => '-',
        '＃' => '#',
        '＜' => '<',
        '＞' => '>',
        '＆' => '&',
        '／' or '∕' => '/',
        '？' or '¿' => '?',
        '，' or '、' => ',',
        '；' => ';',
        '（' => '(',
        '）' => ')',
        '\u00A0' or '\u2009' or '\u202F' or '\u3000' => ' ',
        _ => c,
    };

    /// <summary>True for what may stand within a word without being seen.</summary>
    public static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    /// <summary>True for letters, digits and the marks that scripts other than Latin write on them.</summary>
    public static bool IsPartOfWord(char c) => c < '\u0080' ? char.IsAsciiLetterOrDigit(c) :
        char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>True if no word goes on here.</summary>
    public static bool EndsHere(string phrase, int at) =>
        at >= phrase.Length || Plain(phrase[at]) is var c && !IsPartOfWord(c) && !char.IsSurrogate(c) && c is not ('+' or '-' or '\'');

    /// <summary>Length of the possessive that starts with the apostrophe there: 2 for 's, 1 for a bare one after an s, 0 for none.</summary>
    public static int PossessiveLength(string phrase, int at) =>
        at + 1 < phrase.Length && phrase[at + 1] is 's' or 'S' && EndsHere(phrase, at + 2) ? 2
        : at > 0 && phrase[at - 1] is 's' or 'S' && EndsHere(phrase, at + 1) ? 1
        : 0;

    /// <summary>What a sign separates.</summary>
    public static Breaks BreakOf(char c, bool spaced) => c switch
    {
        '-' => spaced ? Breaks.Dash : Breaks.Hyphen,
        '–' or '—' or '―' => spaced ? Breaks.Dash : Breaks.Hyphen,
        ',' => Breaks.Comma,
        '/' or '\\' or '|' => Breaks.Slash,
        ';' or '\n' or '\r' => Breaks.Semicolon,
        '?' or '!' => Breaks.Question,
        '+' => Breaks.Plus,
        ':' or '=' or '>' or '→' => Breaks.Dash,
        '(' or '[' or '{' => Breaks.Opening,
        ')' or ']' or '}' => Breaks.Closing,
        _ => Breaks.Space,
    };
}
