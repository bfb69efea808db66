namespace CrowdDx.Terminology.Indexing;

/// <summary>Which names have a word, and how rare it is.</summary>
internal sealed class NamePostings
{
    private readonly int[] _starts;
    private readonly int[] _names;
    private readonly int _count;

    /// <summary>Posts names by some form of theirs, such as their meanings.</summary>
    public NamePostings(NameIndex index, Func<IndexedName, int[]> form)
    {
        _count = index.Names.Count;
        _starts = new int[index.Vocabulary.Count + 1];
        foreach (var word in index.Names.SelectMany(name => form(name).Distinct()))
            _starts[word + 1]++;
        for (var word = 1; word < _starts.Length; word++)
            _starts[word] += _starts[word - 1];
        _names = new int[_starts[^1]];
        var next = _starts[..^1];
        for (var name = 0; name < _count; name++)
        {
            foreach (var word in form(index.Names[name]).Distinct())
                _names[next[word]++] = name;
        }
    }

    /// <summary>The numbers of the names that have the word.</summary>
    public ReadOnlySpan<int> Of(int word) => _names.AsSpan(_starts[word].._starts[word + 1]);

    /// <summary>True for a word that a large part of the names has.</summary>
    public bool IsCommon(int word) => _starts[word + 1] - _starts[word] > Math.Max(500, _count / 20);

    /// <summary>The less names have the word, the more; most for a word that none has.</summary>
    public double Rarity(int word) => Math.Log(1 + ((double)_count / Math.Max(1, word < 0 ? 0 : _starts[word + 1] - _starts[word])));
}
