using CrowdDx.Terminology.Concepts;

namespace CrowdDx.Benchmarks.Recognition;

/// <summary>A phrase and what it means.</summary>
internal sealed record Phrase(string Text, string Id);

/// <summary>Phrases made of the core's English names by a seeded generator, so that every run has the same.</summary>
internal sealed class Phrases(LoadedTerminology terminology)
{
    private const int LongWord = 6;

    private readonly List<(string Text, string Id)> _names =
        [.. terminology.Diagnoses.SelectMany(diagnosis => diagnosis.Names.Where(name => name is { Language: "en", Kind: not NameKind.Abbreviation }), (diagnosis, name) => (name.Text, diagnosis.Id))];

    /// <summary>One slip in one long word: a letter less, doubled or other, or two exchanged.</summary>
    public List<Phrase> Mistyped(int count, int seed)
    {
        var random = new Random(seed);
        return Some(count, random, name => name.Split(' ').Any(IsLong), name =>
        {
            var words = name.Split(' ');
            var longWords = Enumerable.Range(0, words.Length).Where(i => IsLong(words[i])).ToArray();
            var at = longWords[random.Next(longWords.Length)];
            words[at] = Slip(words[at], random);
            return string.Join(' ', words);
        });
    }

    /// <summary>The last word first, with a comma.</summary>
    public List<Phrase> Reordered(int count, int seed) =>
        Some(count, new Random(seed), name => name.Split(' ').Length is 2 or 3, name => $"{name.Split(' ')[^1]}, {string.Join(' ', name.Split(' ')[..^1])}");

    /// <summary>With a hedge before it or behind it.</summary>
    public List<Phrase> Hedged(int count, int seed)
    {
        var random = new Random(seed);
        string[] hedges = ["?{0}", "probable {0}", "r/o {0}", "{0} - most likely", "1. {0}", "{0} NOS", "suspected {0}", "cannot exclude {0}"];
        return Some(count, random, _ => true, name => string.Format(null, hedges[random.Next(hedges.Length)], name));
    }

    /// <summary>Names of one diagnosis of the core, to a recogniser that knows all but that diagnosis: whatever is taken silently is a false merge.</summary>
    public List<Phrase> Preferred(int count, int seed) => Some(count, new Random(seed), _ => true, name => name);

    private List<Phrase> Some(int count, Random random, Func<string, bool> fits, Func<string, string> write)
    {
        var fitting = _names.Where(name => fits(name.Text)).ToArray();
        random.Shuffle(fitting);
        return [.. fitting.Take(count).Select(name => new Phrase(write(name.Text), name.Id))];
    }

    private static bool IsLong(string word) => word.Length >= LongWord && word.All(char.IsAsciiLetter);

    private static string Slip(string word, Random random)
    {
        var at = random.Next(1, word.Length - 1);
        return random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 => word.Remove(at, 1).Insert(at, ((char)('a' + random.Next(26))).ToString()),
            _ => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
        };
    }
}
