using System.Collections.Frozen;

namespace CrowdDx.Terminology.Wording;

/// <summary>Words that are words whether or not a name has them, so that they are never taken for a mistyped other word: ureteral beside urethral.</summary>
internal static class Lexicon
{
    private static readonly FrozenSet<string> Plain = Read("plain");
    private static readonly FrozenSet<string> Medical = Read("medical");
    private static readonly FrozenSet<string> Illness = Read("illness");
    private static readonly FrozenSet<string> Eponyms = Read("eponyms");

    /// <summary>All words of the lists as they are spelt there, each with its form (<see cref="WordForm"/>).</summary>
    public static IEnumerable<(string Spelt, string Word)> Spellings =>
        WordLists.Words("plain").Concat(WordLists.Words("medical")).Concat(WordLists.Words("illness")).Concat(WordLists.Words("eponyms")).Select(static word => (word, WordForm.Of(word)));

    /// <summary>True for a word of everyday English.</summary>
    public static bool IsPlain(string word) => Plain.Contains(word);

    /// <summary>True for a noun that is an illness by itself: naevus, carcinoid, arthritis.</summary>
    public static bool IsIllness(string word) => Illness.Contains(word) || Morphology.Builds(word);

    /// <summary>True for a person or place in the name of a disease.</summary>
    public static bool IsEponym(string word) => Eponyms.Contains(word);

    /// <summary>True for a word of the lists, for one with a prefix before it (peri-rectal), and for what medicine's roots and endings build.</summary>
    public static bool IsWord(string word) => IsListed(word) || Morphology.Builds(word) || Morphology.WithoutPrefix(word).Any(IsListed);

    private static bool IsListed(string word) => Plain.Contains(word) || Medical.Contains(word) || Illness.Contains(word) || Eponyms.Contains(word);

    private static FrozenSet<string> Read(string list) => WordLists.Words(list).Select(WordForm.Of).ToFrozenSet(StringComparer.Ordinal);
}
