namespace CrowdDx.Terminology.Wording;

/// <summary>The words of all names, numbered. Filled while names are read, and only read afterwards.</summary>
internal sealed class Vocabulary
{
    /// <summary>The number of a word that no name has.</summary>
    public const int Unknown = -1;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly HashSet<int> _english = [];
    private readonly HashSet<(string Spelt, string Word)> _spellings = [];

    public int Count => _words.Count;

    public string this[int id] => _words[id];

    /// <summary>True if a name in English has the word.</summary>
    public bool IsEnglish(int id) => _english.Contains(id);

    public void MarkEnglish(int id) => _english.Add(id);

    /// <summary>All words as names spell them, each with the word that stands for the spelling.</summary>
    public IEnumerable<(string Spelt, string Word)> Spellings => _spellings.Concat(_words.Select(static word => (word, word)));

    /// <summary>The number of a word that a name spells so.</summary>
    public int Add(string word, string spelt)
    {
        if (spelt != word)
            _spellings.Add((spelt, word));
        return Add(word);
    }

    /// <summary>The number of a word, which is added if it is new.</summary>
    public int Add(string word)
    {
        if (!_ids.TryGetValue(word, out var id))
        {
            _ids.Add(word, id = _words.Count);
            _words.Add(word);
        }

        return id;
    }

    /// <summary>The number of a word; <see cref="Unknown"/> if it has none.</summary>
    public int Find(string word) => _ids.TryGetValue(word, out var id) ? id : Unknown;
}
