using System.Collections.Frozen;

namespace CrowdDx.Terminology.Wording;

/// <summary>
/// One form for the ways in which a word is spelt: American for British, singular for plural. Both sides of every comparison are brought into it, so what matters is
/// not that the form is a word, but that no two words of different meaning share one.
/// </summary>
internal static class WordForm
{
    private const int Longest = 64;

    private static readonly (string From, string To)[] Parts =
    [
        ("ooesoph", "oesoph"), ("aoesoph", "aesoph"), ("ooedem", "oedem"), ("phoedem", "phedem"), ("xoedem", "xedem"), ("lloedem", "lledem"), ("oestr", "estr"), ("oelia", "elia"), ("foet", "fet"), ("rrhoe", "rrhe"), ("pnoe", "pne"), ("moeb", "meb"), ("homoeo", "homeo"),
        ("manoeuv", "maneuv"), ("aem", "em"), ("paed", "ped"), ("naec", "nec"), ("caec", "cec"), ("faec", "fec"), ("aesth", "esth"), ("aesar", "esar"), ("haeo", "heo"),
        ("naev", "nev"), ("aetio", "etio"), ("taen", "ten"), ("praecox", "precox"), ("laev", "lev"), ("paenia", "penia"),
        ("leuc", "leuk"), ("sulph", "sulf"), ("aluminium", "aluminum"), ("umour", "umor"), ("olour", "olor"), ("aviour", "avior"), ("labour", "labor"), ("vapour", "vapor"), ("avour", "avor"),
        ("harbour", "harbor"), ("alysed", "alyzed"), ("alysing", "alyzing"), ("ilatat", "ilat"), ("disk", "disc"),
    ];

    private static readonly FrozenDictionary<string, string> Irregular =
        WordLists.Pairs("spellings", ":").SelectMany(pair => pair.Right.Split(' ').Select(other => KeyValuePair.Create(other, pair.Left))).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] KeptEnds = ["ss", "us", "is"];

    /// <summary>The form of a word, which is lower case and folded already. Idempotent.</summary>
    public static string Of(string word)
    {
        if (word.Length is < 4 or > Longest)
            return word;
        while (true)
        {
            var next = Singular(Spelled(word));
            if (next == word)
                return word;
            word = next;
        }
    }

    private static string Spelled(string word)
    {
        var next = Irregular.GetValueOrDefault(word, word);
        // Only at the start: gastroesophageal and angioedema are American too.
        if (next.StartsWith("oesoph", StringComparison.Ordinal) || next.StartsWith("oedem", StringComparison.Ordinal))
            next = next[1..];
        foreach (var (from, to) in Parts)
        {
            if (next.Contains(from, StringComparison.Ordinal))
                next = next.Replace(from, to, StringComparison.Ordinal);
        }

        return next.Length > 7 ? WithZ(next) : next;
    }

    /// <summary>-ise and its kin: generalised, necrotising, localisation.</summary>
    private static string WithZ(string word)
    {
        foreach (var end in (ReadOnlySpan<string>)["ised", "ising", "isation", "isations"])
        {
            if (word.EndsWith(end, StringComparison.Ordinal))
                return $"{word.AsSpan(0, word.Length - end.Length)}iz{end.AsSpan(2)}";
        }

        return word;
    }

    private static string Singular(string word)
    {
        if (word.Length < 4)
            return word;
        if (word[^1] == 's')
            return WithoutS(word);
        if (Ends("mata", 7))
            return word[..^2];
        return Ends("ae", 6) ? word[..^1] : word;

        bool Ends(string end, int least) => word.Length >= least && word.EndsWith(end, StringComparison.Ordinal);
    }

    private static string WithoutS(string word)
    {
        if (KeptEnds.Any(end => word.EndsWith(end, StringComparison.Ordinal)))
            return word;
        if (Ends("itides", 8))
            return word[..^3] + "s";
        if (Ends("ies", 5))
            return word is "rabies" or "scabies" or "caries" or "series" or "species" or "facies" ? word[..^1] : word[..^3] + "y";
        if (Ends("oses", 7) || Ends("stases", 7) || Ends("lyses", 7) || Ends("crises", 6))
            return word[..^2] + "is";
        return Ends("sses", 6) || Ends("shes", 6) || Ends("tches", 7) || Ends("xes", 5) ? word[..^2] : word[..^1];

        bool Ends(string end, int least) => word.Length >= least && word.EndsWith(end, StringComparison.Ordinal);
    }
}
