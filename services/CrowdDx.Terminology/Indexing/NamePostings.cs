namespace CrowdDx.Terminology.Indexing;

/// <summary>Which names have a word.</summary>
internal sealed class NamePostings
{
    private readonly int[] _starts;
    private readonly int[] _names;

    /// <summary>Posts names by some form of theirs, such as their meanings.</summary>
    public NamePostings(NameIndex index, Func<IndexedName, int[]> form)
    {
        _starts = new int[index.Vocabulary.Count + 1];
        foreach (var word in index.Names.SelectMany(name => form(name).Distinct()))
            _starts[word + 1]++;
        for (var word = 1; word < _starts.Length; word++)
            _starts[word] += _starts[word - 1];
        _names = new int[_starts[^1]];
        var next = _starts[..^1];
        for (var name = 0; name < index.Names.Count; name++)
        {
            foreach (var word in form(index.Names[name]).Distinct())
                _names[next[word]++] = name;
        }
    }

    /// <summary>The numbers of the names that have the word.</summary>
    public ReadOnlySpan<int> Of(int word) => _names.AsSpan(_starts[word].._starts[word + 1]);
}
