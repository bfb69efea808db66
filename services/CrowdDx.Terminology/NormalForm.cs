using System.Globalization;
using System.Text;

namespace CrowdDx.Terminology;

/// <summary>
/// The form of a phrase by which two phrases are the same diagnosis while no terminology knows better. Conservative: it removes how a thing is written, never what
/// distinguishes two diseases, so types, grades, sides, "acute" and "chronic", signs and comparisons stay.
/// </summary>
public static class NormalForm
{
    /// <summary>
    /// Folds compatibility forms, accents and case; turns punctuation into spaces and "&amp;" into "and"; drops the possessive 's; makes British medical spelling
    /// American; removes leading hedges ("?", "possible", "probable", "query", "r/o", "rule out"). Deterministic, idempotent, in time linear in the length.
    /// </summary>
    /// <param name="phrase">What was typed, of any length.</param>
    /// <returns>Lower-case words separated by single spaces; empty when no letter or digit remains.</returns>
    /// <remarks>
    /// Kept besides letters and digits: "+"; a "-" that ends a word of at most five letters (ER-, Rh-, HER2-); "#" before a letter ("fracture of");
    /// "&lt;", "&gt;", "≤" and "≥".
    /// </remarks>
    public static string Of(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var words = Words(phrase);
        var start = Start(words);
        var named = words.Skip(start).Select(static word => word.Text).ToArray();
        return named.Any(static text => text.Any(static c => char.IsLetterOrDigit(c) || char.IsSurrogate(c))) ? string.Join(' ', named) : "";
    }

    private static List<Word> Words(string phrase)
    {
        var words = new List<Word>();
        var word = new StringBuilder();
        var afterSlash = false;

        for (var i = 0; i < phrase.Length; i++)
        {
            var c = char.ToLowerInvariant(Plain(phrase[i]));
            if (FoldTable.IsDroppedMark(c) || c is '\u00AD' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF')
                continue;
            if (FoldTable.Of(c) is { } folded)
            {
                foreach (var f in folded)
                {
                    if (f == ' ')
                        End();
                    else
                        word.Append(f);
                }

                continue;
            }

            if (char.IsHighSurrogate(c) && i + 1 < phrase.Length && char.IsLowSurrogate(phrase[i + 1]))
            {
                var rune = Rune.ToLowerInvariant(new Rune(c, phrase[++i]));
                if (Rune.IsLetterOrDigit(rune))
                    word.Append(rune.ToString());
                else
                    End();
                continue;
            }

            switch (c)
            {
                case '\'' when IsPossessive(phrase, i, word):
                    i += i + 1 < phrase.Length && phrase[i + 1] is 's' or 'S' ? 1 : 0;
                    End();
                    break;
                case '+':
                    word.Append(c);
                    break;
                case '-' when word.Length is > 0 and <= 5 && char.IsLetterOrDigit(word[^1]) && EndsHere(phrase, i + 1):
                    word.Append(c);
                    End();
                    break;
                case '#' when word.Length == 0 && i + 1 < phrase.Length && char.IsLetter(Plain(phrase[i + 1])):
                    word.Append(c);
                    break;
                case '<' or '>' or '≤' or '≥':
                    End();
                    word.Append(c);
                    End();
                    break;
                case '&':
                    End();
                    word.Append("and");
                    End();
                    break;
                case '/':
                    End();
                    afterSlash = true;
                    break;
                default:
                    if (IsPartOfWord(c))
                        word.Append(c);
                    else
                        End();
                    break;
            }
        }

        End();
        return words;

        void End()
        {
            if (word.Length == 0)
                return;
            words.Add(new(Spelling.American(word.ToString()), afterSlash));
            word.Clear();
            afterSlash = false;
        }
    }

    /// <summary>The index of the first word that is no hedge.</summary>
    private static int Start(List<Word> words)
    {
        for (var i = 0; ;)
        {
            var left = words.Count - i;
            if (left >= 1 && words[i].Text is "possible" or "probable")
                i++;
            else if (left >= 1 && words[i].Text == "query" && !(left == 2 && words[i + 1].Text == "fever")) // "query fever" is Q fever
                i++;
            else if (left >= 2 && words[i].Text == "rule" && words[i + 1].Text == "out")
                i += 2;
            else if (left >= 2 && words[i].Text == "r" && words[i + 1] is { Text: "o", AfterSlash: true })
                i += 2;
            else
                return i;
        }
    }

    private static bool IsPossessive(string phrase, int i, StringBuilder word) =>
        word.Length > 0
        && (EndsHere(phrase, i + 1) && word[^1] == 's' || i + 1 < phrase.Length && phrase[i + 1] is 's' or 'S' && EndsHere(phrase, i + 2));

    private static bool EndsHere(string phrase, int i) =>
        i >= phrase.Length || Plain(phrase[i]) is var c && !IsPartOfWord(c) && c is not ('+' or '-' or '\'') && !char.IsSurrogate(c);

    private static bool IsPartOfWord(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>Apostrophes, hyphens and signs in their ASCII form.</summary>
    private static char Plain(char c) => c switch
    {
        '’' or '‘' or 'ʼ' or '`' or '´' or '＇' => '\'',
        '‐' or '‑' or '−' or '－' => '-',
        '＋' or '⁺' or '₊' => '+',
        '⁻' or '₋' => '-',
        '＃' => '#',
        '＜' => '<',
        '＞' => '>',
        '＆' => '&',
        '／' => '/',
        _ => c,
    };

    private readonly record struct Word(string Text, bool AfterSlash);
}
