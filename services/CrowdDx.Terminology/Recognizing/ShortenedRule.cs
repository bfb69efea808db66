using CrowdDx.Terminology.Indexing;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>
/// A name with a word cut short, "mitral regurg" or "biliary panc.": sure only where a full stop says that it is cut ("biotin deficiency" is not that of biotinidase)
/// and one diagnosis alone has such a name.
/// </summary>
internal sealed class ShortenedRule(NameIndex index, ExactRules exact)
{
    private const int Shortest = 3;
    private const int ShortWord = 4;
    private const int MostEndings = 60;

    private readonly string[] _words = [.. Enumerable.Range(0, index.Vocabulary.Count).Where(index.Vocabulary.IsEnglish).Select(id => index.Vocabulary[id]).Order(StringComparer.Ordinal)];

    public Finding? Find(Reading reading)
    {
        if (reading.Words.Count < 2 || reading.Words.FindAll(MayBeCut) is not [var cut] || cut.Typed.Length < Shortest || !cut.Typed.All(char.IsLetter))
            return null;
        var findings = Endings(cut.Typed)
            .Select(word => exact.Find(reading.Part([.. reading.Words.Select(other => other == cut ? cut with { Text = word, Typed = word } : other)])))
            .OfType<Finding>().ToList();
        var diagnoses = findings.SelectMany(found => found.Diagnoses).Distinct().ToList();
        if (diagnoses.Count != 1)
            return diagnoses.Count == 0 ? null : new(diagnoses, 0.7, RecognitionRules.Ambiguous, findings[0].Understood);
        var isSure = findings[0].Confidence >= PhraseRecognition.Accepted && cut.Dotted;
        return Finding.Of(diagnoses[0], isSure ? 0.9 : 0.8, RecognitionRules.Shortened, findings[0].Understood);
    }

    private bool MayBeCut(Token word) => !Lexicon.IsWord(word.Text) && (word.Typed.Length <= ShortWord || index.Vocabulary.Find(word.Text) < 0);

    /// <summary>The words of English names that go on where the typed one ends.</summary>
    private IEnumerable<string> Endings(string typed)
    {
        var at = Array.BinarySearch(_words, typed, StringComparer.Ordinal);
        return _words.Skip(at < 0 ? ~at : at).TakeWhile(word => word.StartsWith(typed, StringComparison.Ordinal)).Where(word => word.Length > typed.Length + 1).Take(MostEndings);
    }
}
