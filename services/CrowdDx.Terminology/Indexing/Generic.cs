using System.Collections.Frozen;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Indexing;

/// <summary>Words that say of an eponym that it is a disease: "Crohn", "Crohn disease".</summary>
internal static class Generic
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(StringComparer.Ordinal, "disease", "syndrome", "disorder", "illness", "condition");

    // After these the disease and the syndrome are different things.
    private static readonly FrozenSet<string> Distinct = FrozenSet.Create(
        StringComparer.Ordinal, "cushing", "parkinson", "raynaud", "wilson", "barlow", "hodgkin", "paget", "weber", "gardner", "albright", "reye", "budd", "goodpasture", "sweet", "hunter", "fox", "milroy", "caroli", "mccune", "pfeiffer", "mikulicz", "plummer", "charcot", "whipple", "duncan",
        "fanconi", "forbes", "marie", "meige", "vogt");

    public static bool Is(string word) => Words.Contains(word);

    /// <summary>Whether a phrase and a name that differ in such words are surely the same.</summary>
    /// <param name="core">The words that both have.</param>
    /// <param name="generic">Such a word of the phrase; null if it has none.</param>
    /// <param name="isNamed">The name has one.</param>
    public static bool IsSure(List<string> core, string? generic, bool isNamed) =>
        generic is null ? core.Exists(IsEponym) || core.Count > 1 && !Lexicon.IsIllness(core[^1]) // "Crohn" and "carpal tunnel" are the disease, "carcinoid" not the syndrome
        : isNamed ? !core.Exists(Distinct.Contains)                     // "Behçet syndrome", "Behçet disease"
        : generic != "syndrome";                                        // "dysplastic naevus syndrome" is more than dysplastic naevi

    private static bool IsEponym(string word) => word.Length > 3 && (Lexicon.IsEponym(word) || !Lexicon.IsWord(word));
}
