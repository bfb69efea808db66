using System.Buffers;
using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Indexing;

/// <summary>The ways in which the words of a name are written, as far as the name itself tells them.</summary>
internal static class Variants
{
    private static readonly SearchValues<char> Umlauts = SearchValues.Create("äöüÄÖÜ");

    /// <summary>The name's words as they are; in German also with ae for ä; and with an abbreviation of one sense written out.</summary>
    public static IEnumerable<List<Token>> Of(DiagnosisName name, AbbreviationTable abbreviations)
    {
        var words = Phrasing.Of(name.Text);
        if (words.Count == 0)
            yield break;
        yield return words;
        if (name.Language == "de" && name.Text.AsSpan().ContainsAny(Umlauts))
            yield return Phrasing.Of(Transcribed(name.Text));
        if (words.Count > 1 && WrittenOut(name.Text, words, abbreviations) is { } writtenOut)
            yield return writtenOut;
    }

    private static string Transcribed(string text) => text
        .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal)
        .Replace("Ä", "Ae", StringComparison.Ordinal).Replace("Ö", "Oe", StringComparison.Ordinal).Replace("Ü", "Ue", StringComparison.Ordinal);

    private static List<Token>? WrittenOut(string text, List<Token> words, AbbreviationTable abbreviations)
    {
        var at = words.FindIndex(word => Phrasing.IsCapital(text, word) && word.Text.Length > 1 && IsOne(word));
        if (at < 0)
            return null;
        var label = abbreviations.Find(words[at].Text, words[at].Raw(text))!.Senses[0].Label;
        return [.. words[..at], .. Phrasing.Of(label), .. words[(at + 1)..]];

        bool IsOne(Token word) => abbreviations.Find(word.Text, word.Raw(text)) is { Senses.Count: 1, HasOther: false };
    }
}
