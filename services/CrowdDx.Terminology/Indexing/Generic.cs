using System.Collections.Frozen;

namespace CrowdDx.Terminology.Indexing;

/// <summary>Words that say of a name that it is a disease: "Crohn", "Crohn disease".</summary>
internal static class Generic
{
    private const string Syndrome = "syndrome";

    private static readonly FrozenSet<string> Words = FrozenSet.Create(StringComparer.Ordinal, "disease", Syndrome, "disorder", "illness", "condition");

    // After these the disease and the syndrome are different things.
    private static readonly FrozenSet<string> Distinct = FrozenSet.Create(
        StringComparer.Ordinal, "cushing", "parkinson", "raynaud", "wilson", "barlow", "hodgkin", "paget", "weber", "gardner", "albright", "reye", "budd", "goodpasture", "sweet", "hunter", "fox",
        "milroy", "caroli", "mccune", "pfeiffer", "mikulicz", "plummer", "charcot", "whipple", "duncan", "fanconi", "forbes", "marie", "meige", "vogt");

    public static bool Is(string word) => Words.Contains(word);

    /// <summary>Such a word at the end of others or at their start ("disease of the liver"); null if there is none. That of "illness anxiety disorder" is the last alone.</summary>
    public static string? In(IReadOnlyList<string> words) => words.Count < 2 ? null : Is(words[^1]) ? words[^1] : Is(words[0]) ? words[0] : null;

    /// <summary>The words without it.</summary>
    public static IReadOnlyList<string> Without(IReadOnlyList<string> words) => words.Count < 2 ? words : Is(words[^1]) ? [.. words.SkipLast(1)] : Is(words[0]) ? [.. words.Skip(1)] : words;

    /// <summary>Whether a phrase and a name that differ in such words are surely the same.</summary>
    /// <param name="inPhrase">Such a word of the phrase; null if it has none.</param>
    /// <param name="inName">Such a word of the name; null if it has none.</param>
    /// <param name="core">The words that both have.</param>
    /// <param name="isProper">Whether a word is a person's or a place's name.</param>
    public static bool IsSure(string? inPhrase, string? inName, IReadOnlyList<string> core, Func<string, bool> isProper) => (inPhrase, inName) switch
    {
        (null, _) or (_, null) => core.Any(isProper),                                                                    // "Crohn" is the disease; "chronic pain" is not the syndrome, nor a seizure the disorder
        (Syndrome, not Syndrome) or (not Syndrome, Syndrome) => core.Any(isProper) && !core.Any(Distinct.Contains), // Behçet, not "metabolic"
        _ => true,
    };
}
