using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Indexing;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>The results for phrases that are a name in all but case, accents and white space: most of what is typed, found without reading the words.</summary>
internal sealed class FastTable
{
    private readonly Dictionary<string, PhraseRecognition> _results = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PhraseRecognition>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public FastTable(NameIndex index)
    {
        _lookup = _results.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> form = stackalloc char[FastText.Room];
        var several = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in index.Names)
        {
            var length = FastText.Write(name.Name.Text, form);
            if (length == 0)
                continue;
            var text = form[..length];
            if (_lookup.TryGetValue(text, out var known) && known.Diagnosis != name.Diagnosis)
                several.Add(text.ToString());
            else if (known is null)
                _lookup[text] = Result(name.Diagnosis, name.Name.Text, 1, RecognitionRules.Name);
        }

        foreach (var text in several)
            _results.Remove(text);
        foreach (var (key, written) in index.Abbreviations.All)
        {
            if (written is [{ Senses: [var sense], HasOther: false, IsCurated: true } one] && key.Length > 2 && !several.Contains(key) && key.All(char.IsAsciiLetterOrDigit) && !Lexicon.IsPlain(key))
                _results.TryAdd(key, Result(sense, one.Text, 0.97, RecognitionRules.Abbreviation));
        }
    }

    /// <summary>The result; null if the phrase needs to be read.</summary>
    public PhraseRecognition? Find(string phrase)
    {
        Span<char> form = stackalloc char[FastText.Room];
        var length = FastText.Write(phrase, form);
        return length > 0 && _lookup.TryGetValue(form[..length], out var result) ? result : null;
    }

    private static PhraseRecognition Result(Diagnosis diagnosis, string name, double confidence, string rule) =>
        new() { Diagnosis = diagnosis, Confidence = confidence, Rule = rule, Understood = name, Key = DiagnosisKey.OfDiagnosis(diagnosis.Id) };
}
