namespace CrowdDx.Terminology.Indexing;

/// <summary>Names by a 64-bit hash of a form of theirs. Whoever finds one compares the form itself: hashes may collide.</summary>
internal sealed class KeyTable
{
    private readonly Dictionary<ulong, int> _first = [];
    private readonly List<(int Name, int Next)> _entries = [];

    public void Add(ulong key, int name)
    {
        _entries.Add((name, _first.TryGetValue(key, out var next) ? next : -1));
        _first[key] = _entries.Count - 1;
    }

    /// <summary>The names with that hash.</summary>
    public IEnumerable<int> Find(ulong key)
    {
        if (!_first.TryGetValue(key, out var at))
            yield break;
        for (; at >= 0; at = _entries[at].Next)
            yield return _entries[at].Name;
    }

    /// <summary>True if there is none.</summary>
    public bool IsEmpty(ulong key) => !_first.ContainsKey(key);

    public void TrimExcess()
    {
        _first.TrimExcess();
        _entries.TrimExcess();
    }
}
