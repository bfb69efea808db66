using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Indexing;

/// <summary>
/// The quickest form of a phrase: lower case, accents folded, one space for white space and hyphens, without the possessive. Most phrases are a name in all but these,
/// and are found by it alone.
/// </summary>
internal static class FastText
{
    /// <summary>What is longer has no such form.</summary>
    public const int Longest = 200;

    /// <summary>Enough room for any form.</summary>
    public const int Room = 4 * Longest;

    /// <summary>Writes the form.</summary>
    /// <param name="phrase">What was typed.</param>
    /// <param name="into">Room for it: <see cref="Room"/>.</param>
    /// <returns>How much was written; 0 where the phrase has a sign that needs a closer look.</returns>
    public static int Write(string phrase, Span<char> into)
    {
        if (phrase.Length > Longest)
            return 0;
        var length = 0;
        var space = false;
        for (var i = 0; i < phrase.Length; i++)
        {
            var c = phrase[i];
            if (c == ' ' || c == '-' && i > 0 && i + 1 < phrase.Length && char.IsLetterOrDigit(phrase[i - 1]) && char.IsLetterOrDigit(phrase[i + 1]))
            {
                space = length > 0;
                continue;
            }

            if (c is '\'' or '’')
            {
                if (Characters.PossessiveLength(phrase, i) is not (> 0 and var possessive) || length == 0 || space)
                    return 0;
                i += possessive - 1;
                space = true;
                continue;
            }

            if (space)
                into[length++] = ' ';
            space = false;
            if (char.IsAsciiLetterOrDigit(c))
                into[length++] = char.ToLowerInvariant(c);
            else if (c >= '\u00C0' && FoldTable.Of(char.ToLowerInvariant(c)) is { Length: <= 3 } folded && !folded.Contains(' ', StringComparison.Ordinal))
                length += Copy(folded, into[length..]);
            else
                return 0;
        }

        return length;
    }

    private static int Copy(string text, Span<char> into)
    {
        text.CopyTo(into);
        return text.Length;
    }
}
