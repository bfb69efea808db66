using System.Buffers;

namespace CrowdDx.Terminology.Typing;

/// <summary>Words by the groups of three letters in them, to find those that differ from a word by a few slips of the pen.</summary>
internal sealed class WordIndex
{
    private const int Codes = 1 << 15;

    private readonly string[] _words;
    private readonly int[] _starts = new int[Codes + 1];
    private readonly int[] _entries;

    public WordIndex(string[] words)
    {
        _words = words;
        Span<int> codes = stackalloc int[WordDistance.Longest];
        foreach (var word in words)
        {
            foreach (var code in codes[..CodesOf(word, codes)])
                _starts[code + 1]++;
        }

        for (var code = 0; code < Codes; code++)
            _starts[code + 1] += _starts[code];
        _entries = new int[_starts[Codes]];
        var next = _starts[..Codes];
        for (var i = 0; i < words.Length; i++)
        {
            foreach (var code in codes[..CodesOf(words[i], codes)])
                _entries[next[code]++] = i;
        }
    }

    /// <summary>The words at most so many slips away, with how many.</summary>
    public List<(int Word, int Distance)> Near(string word, int most)
    {
        var near = new List<(int, int)>();
        if (word.Length is < 3 or > WordDistance.Longest)
            return near;
        Span<int> codes = stackalloc int[WordDistance.Longest];
        codes = codes[..CodesOf(word, codes)];
        Span<ulong> places = stackalloc ulong[WordDistance.Slots];
        places.Clear();
        var distance = new WordDistance(word, places);
        var counts = ArrayPool<byte>.Shared.Rent(_words.Length);
        Array.Clear(counts, 0, _words.Length);
        // Every slip spoils at most three groups, an exchange four.
        var least = Math.Max(codes.Length > 7 ? 2 : 1, codes.Length - (3 * most) - 1);
        foreach (var code in codes)
        {
            foreach (var candidate in _entries.AsSpan(_starts[code].._starts[code + 1]))
            {
                if (++counts[candidate] != least || Math.Abs(_words[candidate].Length - word.Length) > most)
                    continue;
                var found = distance.To(_words[candidate]);
                if (found <= most)
                    near.Add((candidate, found));
            }
        }

        ArrayPool<byte>.Shared.Return(counts);
        return near;
    }

    /// <summary>The different groups of three of a word, with a mark at each end.</summary>
    private static int CodesOf(string word, Span<int> codes)
    {
        if (word.Length is < 3 or > WordDistance.Longest)
            return 0;
        var count = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var code = (i == 0 ? 27 : Five(word[i - 1])) << 10 | Five(word[i]) << 5 | (i + 1 == word.Length ? 28 : Five(word[i + 1]));
            if (!codes[..count].Contains(code))
                codes[count++] = code;
        }

        return count;
    }

    private static int Five(char c) => char.IsAsciiLetterLower(c) ? c - 'a' + 1 : 29 + (c % 3);
}
