using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Typing;

/// <summary>A word that a mistyped one may be.</summary>
/// <param name="Word">The word, in the form of <see cref="WordForm"/>.</param>
/// <param name="Spelt">The spelling of it that is nearest.</param>
/// <param name="Distance">How many slips lie between.</param>
/// <param name="IsNamed">A name has it.</param>
/// <param name="IsRival">It is a word of English names or of medicine: who means it may have mistyped it just so. Not of everyday English, nor of names in other languages only.</param>
/// <param name="IsForeign">Only names in other languages have it.</param>
internal readonly record struct NearWord(string Word, string Spelt, int Distance, bool IsNamed, bool IsRival, bool IsForeign);

/// <summary>All words that are known, in all their spellings: those of the names, of the language, of medicine, and the opposites of them.</summary>
internal sealed class KnownWords
{
    private static readonly (string One, string Other)[] Opposites =
    [
        ("hyper", "hypo"), ("tachy", "brady"), ("macro", "micro"), ("poly", "oligo"), ("supra", "infra"), ("intra", "extra"), ("intra", "inter"), ("endo", "exo"), ("pre", "post"),
        ("ante", "retro"), ("uni", "bi"), ("mono", "poly"), ("homo", "hetero"), ("ureter", "urethr"),
    ];

    private readonly (string Spelt, string Word)[] _words;
    private readonly Vocabulary _vocabulary;
    private readonly WordIndex _index;

    public KnownWords(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        var words = vocabulary.Spellings.Concat(Lexicon.Spellings).Concat(Equivalents.Known.Select(word => (Spelt: word, Word: word))).Where(static pair => IsComparable(pair.Spelt)).ToHashSet();
        words.UnionWith([.. words.SelectMany(static pair => OppositesOf(pair.Word)).Select(static word => (word, word))]);
        _words = [.. words.OrderBy(static pair => pair.Spelt, StringComparer.Ordinal).ThenBy(static pair => pair.Word, StringComparer.Ordinal)];
        _index = new(Array.ConvertAll(_words, static pair => pair.Spelt));
    }

    /// <summary>The known words near one that is none of them, the nearest first.</summary>
    public List<NearWord> Near(string typed, int most) =>
    [
        .. _index.Near(typed, most)
            .OrderBy(static found => found.Distance).ThenBy(static found => found.Word)
            .DistinctBy(found => _words[found.Word].Word)
            .Select(found => new NearWord(_words[found.Word].Word, _words[found.Word].Spelt, found.Distance, IsNamed(_words[found.Word].Word), IsRival(_words[found.Word].Word), IsForeign(_words[found.Word].Word))),
    ];

    private bool IsNamed(string word) => _vocabulary.Find(word) >= 0 || _vocabulary.Find(Equivalents.Of(word)) >= 0;

    private bool IsRival(string word) => !Lexicon.IsPlain(word) && !IsForeign(word);

    private bool IsForeign(string word) => _vocabulary.Find(word) is >= 0 and var id && !_vocabulary.IsEnglish(id) && !Lexicon.IsWord(word);

    private static bool IsComparable(string word) => word.Length is > 3 and <= WordDistance.Longest && word.All(char.IsLetter);

    private static IEnumerable<string> OppositesOf(string word)
    {
        foreach (var (one, other) in Opposites)
        {
            if (word.Length > one.Length + 3 && word.StartsWith(one, StringComparison.Ordinal))
                yield return string.Concat(other, word.AsSpan(one.Length));
            if (word.Length > other.Length + 3 && word.StartsWith(other, StringComparison.Ordinal))
                yield return string.Concat(one, word.AsSpan(other.Length));
        }
    }
}
