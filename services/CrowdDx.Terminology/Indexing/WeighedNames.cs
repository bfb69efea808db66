using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Indexing;

/// <summary>Which names have a word, and how much each word and each name weighs: the rarer a word, the more it tells (inverse document frequency).</summary>
internal sealed class WeighedNames
{
    private const float Soft = 0.8f;
    private const float Connector = 1.5f;

    private readonly NamePostings _postings;
    private readonly float[] _words;
    private readonly float[] _names;
    private readonly NameIndex _index;

    public WeighedNames(NameIndex index)
    {
        _index = index;
        _postings = new(index, static name => name.Meanings);
        _words = [.. Enumerable.Range(0, index.Vocabulary.Count).Select(word => Weigh(index.Vocabulary[word], word))];
        _names = [.. index.Names.Select(name => name.Meanings.Distinct().Sum(word => _words[word]))];
    }

    /// <summary>The numbers of the names that have the word.</summary>
    public ReadOnlySpan<int> Having(int word) => _postings.Of(word);

    /// <summary>True for a word that a large part of the names has.</summary>
    public bool IsCommon(int word) => _postings.Of(word).Length > Math.Max(500, _index.Names.Count / 20);

    public float WeightOf(int word) => _words[word];

    public float WeightOf(string word) => _index.Vocabulary.Find(word) is >= 0 and var known ? _words[known] : Weigh(word, Vocabulary.Unknown);

    public float WeightOfName(int name) => _names[name];

    private float Weigh(string word, int number) => Modifiers.IsSoft(word) ? Soft : Arrangement.IsConnector(word) ? Connector
        : MathF.Log(1 + ((float)_index.Names.Count / Math.Max(1, number < 0 ? 0 : _postings.Of(number).Length)));
}
