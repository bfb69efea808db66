using CrowdDx.Terminology.Indexing;
using CrowdDx.Terminology.Typing;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Completing;

/// <summary>Finds names by their words: the last one typed is the start of one, the others are whole, in any order.</summary>
internal sealed class WordCompleter
{
    private const int MostNames = 2000;

    private readonly NameIndex _index;
    private readonly KnownWords _known;
    private readonly NamePostings _postings;
    private readonly string[] _spelt;
    private readonly int[] _meant;

    public WordCompleter(NameIndex index, KnownWords known)
    {
        _index = index;
        _known = known;
        _postings = new(index, static name => name.Words);
        var spellings = index.Vocabulary.Spellings.OrderBy(static pair => pair.Spelt, StringComparer.Ordinal).ToList();
        _spelt = [.. spellings.Select(static pair => pair.Spelt)];
        _meant = [.. spellings.Select(pair => index.Vocabulary.Find(pair.Word))];
    }

    /// <summary>The names that have all the words, those with the fewest others first.</summary>
    /// <param name="typed">What has been typed.</param>
    /// <param name="isTolerant">Whether words that are none may be mistyped.</param>
    public IEnumerable<CompletedDiagnosis> Find(string typed, bool isTolerant)
    {
        var words = Phrasing.Of(typed);
        if (words.Count == 0)
            return [];
        var sets = words.Select((word, i) => Words(word, isStart: i == words.Count - 1 && !char.IsWhiteSpace(typed[^1]), isTolerant)).ToList();
        var fewest = sets.MinBy(set => set.Sum(word => _postings.Of(word).Length))!;
        var names = new HashSet<int>();
        foreach (var word in fewest)
        {
            foreach (var name in _postings.Of(word))
            {
                if (names.Count < MostNames && sets.TrueForAll(set => set == fewest || Array.Exists(_index.Names[name].Words, set.Contains)))
                    names.Add(name);
            }
        }

        return names.Select(name => _index.Names[name])
            .OrderBy(name => name.Words.Length).ThenBy(name => name.Name.Text == name.Diagnosis.Label ? 0 : 1).ThenBy(name => name.Name.Text.Length).ThenBy(name => name.Name.Text, StringComparer.Ordinal)
            .Select(name => new CompletedDiagnosis(name.Diagnosis, name.Name.Text));
    }

    private HashSet<int> Words(Token word, bool isStart, bool isTolerant)
    {
        var exact = isStart ? Starting(word.Typed) : [];
        if (_index.Vocabulary.Find(word.Text) is >= 0 and var id)
            exact.Add(id);
        if (exact.Count > 0 || !isTolerant)
            return exact;
        var near = SlipGuard.MayBeMistyped(word) ? _known.Near(word.Typed, SlipGuard.Most(word.Typed.Length)).Select(found => _index.Vocabulary.Find(found.Word)).Where(found => found >= 0).ToHashSet() : [];
        return near.Count > 0 || !isStart ? near : NearlyStarting(word.Typed);
    }

    private HashSet<int> Starting(string start)
    {
        var found = new HashSet<int>();
        for (var i = First(start); i < _spelt.Length && _spelt[i].StartsWith(start, StringComparison.Ordinal); i++)
            found.Add(_meant[i]);
        return found;
    }

    /// <summary>Words that start with the same letter and, one slip apart, go on like what was typed.</summary>
    private HashSet<int> NearlyStarting(string start)
    {
        if (start.Length is < 4 or > WordDistance.Longest)
            return [];
        Span<ulong> places = stackalloc ulong[WordDistance.Slots];
        places.Clear();
        var distance = new WordDistance(start, places);
        var found = new HashSet<int>();
        for (var i = First(start[..1]); i < _spelt.Length && _spelt[i][0] == start[0]; i++)
        {
            var spelt = _spelt[i].AsSpan();
            for (var length = start.Length - 1; length <= Math.Min(start.Length + 1, spelt.Length); length++)
            {
                if (distance.To(spelt[..length]) < 2)
                    found.Add(_meant[i]);
            }
        }

        return found;
    }

    /// <summary>The first of the spellings that does not stand before the text.</summary>
    private int First(string text)
    {
        var at = Array.BinarySearch(_spelt, text, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at > 0 && _spelt[at - 1] == text; at--)
        {
        }

        return at;
    }
}
