using System.Text;
using CrowdDx.Terminology.Concepts;

namespace CrowdDx.Terminology.Importing;

/// <summary>A synonym of an OBO term.</summary>
internal sealed record OboSynonym(string Text, string Scope, NameKind Kind);

/// <summary>Values of OBO tags.</summary>
internal static class OboText
{
    private static readonly string[] AbbreviationTypes = ["OMO:0003012", "ABBREVIATION", "ACRONYM"];

    /// <summary>A value without the comment behind <c>!</c> and the qualifiers in braces.</summary>
    public static string Bare(string value)
    {
        var end = value.IndexOfAny(['!', '{', ' ']);
        return end < 0 ? value : value[..end].Trim();
    }

    /// <summary>A value without its escapes.</summary>
    public static string Plain(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
            return value;
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
            text.Append(value[i] != '\\' || i + 1 == value.Length ? value[i] : value[++i] is 'n' or 't' or 'W' ? ' ' : value[i]);
        return text.ToString();
    }

    /// <summary>A synonym; null if the value is none.</summary>
    public static OboSynonym? Synonym(string value)
    {
        if (!value.StartsWith('"'))
            return null;
        var end = 1;
        while (end < value.Length && value[end] != '"')
            end += value[end] == '\\' ? 2 : 1;
        if (end >= value.Length || Plain(value[1..end]).Trim() is not { Length: > 0 } text)
            return null;
        var rest = value[(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var scope = rest is [var first, ..] && first is "EXACT" or "NARROW" or "BROAD" or "RELATED" ? rest[0] : "RELATED";
        var isAbbreviation = rest.Skip(1).TakeWhile(part => part[0] != '[').Any(type => AbbreviationTypes.Any(known => type.EndsWith(known, StringComparison.OrdinalIgnoreCase)));
        return new(text, scope, isAbbreviation || LooksAbbreviated(text) ? NameKind.Abbreviation : NameKind.Synonym);
    }

    /// <summary>One short word with two capitals, most of it capitals and digits: ADPKD, HbSS, CMT1A.</summary>
    public static bool LooksAbbreviated(string text) =>
        text.Length is > 1 and <= 8 && !text.Contains(' ', StringComparison.Ordinal) && text.Count(char.IsUpper) > 1 && text.Count(char.IsLower) * 2 < text.Length;
}
