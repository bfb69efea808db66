namespace CrowdDx.Terminology;

/// <summary>British spellings of medical words, made American. Each rule shortens a word or leads away from its own pattern, so repeating them ends.</summary>
internal static class Spelling
{
    /// <summary>No word is longer; what is longer is left alone, which bounds the work.</summary>
    private const int LongestWord = 64;

    private static readonly (string British, string American)[] Parts =
    [
        ("aem", "em"), // haem-, -aemia
        ("oedem", "edem"),
        ("oesoph", "esoph"),
        ("rrhoe", "rrhe"), // diarrhoea, amenorrhoea, seborrhoeic
        ("pnoe", "pne"), // apnoea, dyspnoea
        ("paed", "ped"),
        ("gynaec", "gynec"),
        ("caec", "cec"),
        ("faec", "fec"),
        ("foet", "fet"),
        ("oestr", "estr"),
        ("coelia", "celia"),
        ("aesth", "esth"), // anaesth-, paraesth-
        ("caesar", "cesar"),
        ("phaeo", "pheo"),
        ("naev", "nev"),
        ("aetiol", "etiol"),
        ("leuco", "leuko"),
        ("homoeo", "homeo"),
        ("manoeuv", "maneuv"),
        ("tumour", "tumor"),
        ("behaviour", "behavior"),
        ("colour", "color"),
        ("sulph", "sulf"),
        ("aluminium", "aluminum"),
        ("alised", "alized"), // generalised, localised
        ("alisation", "alization"),
    ];

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["fibre"] = "fiber",
        ["fibres"] = "fibers",
        ["centre"] = "center",
        ["grey"] = "gray",
        ["labour"] = "labor",
        ["mould"] = "mold",
        ["ageing"] = "aging",
    };

    public static string American(string word)
    {
        if (word.Length > LongestWord)
            return word;
        while (true)
        {
            var next = Words.GetValueOrDefault(word, word);
            foreach (var (british, american) in Parts)
                next = next.Replace(british, american, StringComparison.Ordinal);
            if (next == word)
                return word;
            word = next;
        }
    }
}
