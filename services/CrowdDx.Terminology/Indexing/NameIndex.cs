using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Indexing;

/// <summary>All names of a terminology, by the forms in which they are looked up. Read only once built.</summary>
internal sealed class NameIndex
{
    private readonly KeyTable _byWords = new();
    private readonly KeyTable _byMeanings = new();
    private readonly KeyTable _byCore = new();
    private readonly KeyTable _byLetters = new();

    private NameIndex(LoadedTerminology terminology)
    {
        Terminology = terminology;
        Abbreviations = new(terminology);
    }

    public LoadedTerminology Terminology { get; }

    public Vocabulary Vocabulary { get; } = new();

    public List<IndexedName> Names { get; } = [];

    public AbbreviationTable Abbreviations { get; }

    public ProperNames ProperNames { get; } = new();

    public static NameIndex Of(LoadedTerminology terminology)
    {
        var index = new NameIndex(terminology);
        var read = new List<(Diagnosis Diagnosis, DiagnosisName Name, List<string> Words)>();
        foreach (var diagnosis in terminology.Diagnoses)
        {
            foreach (var name in diagnosis.Names)
            {
                if (name.Kind != NameKind.Abbreviation)
                    read.AddRange(Variants.Of(name, index.Abbreviations).Select((tokens, i) => (diagnosis, name, index.Learn(tokens, name, isAsWritten: i == 0))));
            }
        }

        foreach (var (diagnosis, name, words) in read)
            index.Add(diagnosis, name, words);
        return index;
    }

    /// <summary>The names with the same words in an order that means the same.</summary>
    public IEnumerable<IndexedName> ByWords(IReadOnlyList<string> words) => Find(_byWords, words, static name => name.Words);

    /// <summary>The names whose words mean the same.</summary>
    public IEnumerable<IndexedName> ByMeanings(IReadOnlyList<string> meanings) => Find(_byMeanings, meanings, static name => name.Meanings);

    /// <summary>The names with the same words but for "disease" and the like, each with that of its own.</summary>
    public IEnumerable<(IndexedName Name, string? Generic)> ByCore(IReadOnlyList<string> core)
    {
        var form = string.Join(' ', Arrangement.Of(core));
        return from number in _byCore.Find(Hashing.Of(form))
               let words = Phrasing.Of(Names[number].Name.Text).ConvertAll(static word => word.Text)
               where string.Join(' ', Arrangement.Of(Generic.Without(words))) == form
               select (Names[number], Generic.In(words));
    }

    /// <summary>The names with the same letters in the same order, wherever the words end.</summary>
    public IEnumerable<IndexedName> ByLetters(string letters) =>
        _byLetters.Find(Hashing.Of(letters)).Select(name => Names[name]).Where(name => Letters(Phrasing.Of(name.Name.Text)) == letters);

    /// <summary>The words joined.</summary>
    public static string Letters(IEnumerable<Token> tokens) => string.Concat(tokens.Select(token => token.Text));

    /// <summary>What stands for the words and all their equivalents; two words that a name writes as one are one.</summary>
    public List<string> Meanings(List<string> words) => Equivalents.Of(Joined(words));

    private List<string> Joined(List<string> words)
    {
        var joined = new List<string>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && words[i].Length > 2 && words[i + 1].Length > 2 && Vocabulary.Find(words[i] + words[i + 1]) >= 0)
                joined.Add(words[i] + words[++i]);
            else
                joined.Add(words[i]);
        }

        return joined;
    }

    private List<string> Learn(List<Token> tokens, DiagnosisName name, bool isAsWritten)
    {
        if (isAsWritten)
            ProperNames.Learn(name, tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            var id = Vocabulary.Add(tokens[i].Text, tokens[i].Typed);
            if (name.Language == "en")
                Vocabulary.MarkEnglish(id);
            if (i > 0 && tokens[i].Before == Breaks.Hyphen && tokens[i].Text.Length > 2 && tokens[i - 1].Text.Length > 2)
                Vocabulary.Add(tokens[i - 1].Text + tokens[i].Text);
        }

        return [.. tokens.Select(token => token.Text)];
    }

    private void Add(Diagnosis diagnosis, DiagnosisName name, List<string> words)
    {
        var added = new IndexedName(diagnosis, name, Learn(Arrangement.Of(words)), Learn(Arrangement.Of(Meanings(words))));
        var number = Names.Count;
        Names.Add(added);
        _byWords.Add(Hashing.Of(added.Words), number);
        _byMeanings.Add(Hashing.Of(added.Meanings), number);
        _byCore.Add(Hashing.Of(string.Join(' ', Arrangement.Of(Generic.Without(words)))), number);
        _byLetters.Add(Hashing.Of(string.Concat(words)), number);
    }

    private int[] Learn(string[] words) => Array.ConvertAll(words, Vocabulary.Add);

    private IEnumerable<IndexedName> Find(KeyTable table, IReadOnlyList<string> words, Func<IndexedName, int[]> form) =>
        Numbers(Arrangement.Of(words)) is { } numbers
            ? table.Find(Hashing.Of(numbers)).Select(name => Names[name]).Where(name => form(name).AsSpan().SequenceEqual(numbers))
            : [];

    /// <summary>Numbers of the words; null if no name has one of them.</summary>
    private int[]? Numbers(string[] words)
    {
        var numbers = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if ((numbers[i] = Vocabulary.Find(words[i])) < 0)
                return null;
        }

        return numbers;
    }
}
