using CrowdDx.Terminology.Indexing;
using CrowdDx.Terminology.Typing;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>
/// A name but for slips of the pen: every unknown word is replaced by known ones near it, and the phrase looked up again. Sure only if nothing in English or medicine
/// is as near, and never for a word that is known, however near another is.
/// </summary>
internal sealed class TypingRule(NameIndex index, KnownWords known, ExactRules exact)
{
    private const int MostMistyped = 3;
    private const int MostPhrases = 200;
    private const double Unsure = 0.8;

    public Finding? Find(Reading reading)
    {
        var mistyped = reading.Words.FindAll(IsUnknown);
        if (mistyped.Count is 0 or > MostMistyped || !mistyped.TrueForAll(SlipGuard.MayBeMistyped))
            return null;
        var phrases = new List<Corrected> { new([], 0, true) };
        var isAlone = reading.Texts.Count(static word => !Generic.Is(word)) == 1;
        foreach (var word in reading.Words)
            phrases = [.. phrases.SelectMany(phrase => With(phrase, word, isAlone)).OrderBy(phrase => phrase.Slips).Take(MostPhrases)];

        foreach (var phrase in phrases.GroupBy(phrase => phrase.Slips).OrderBy(group => group.Key))
        {
            var findings = phrase
                .Select(corrected => (corrected.IsClear, Finding: exact.Find(reading.Part(corrected.Words))!))
                .Where(found => found.Finding is not null)
                .ToList();
            if (findings.Count > 0)
                return Make(reading, findings, phrase.Key);
        }

        return null;
    }

    /// <summary>No English name has it: a word of another language that makes no name here may be a mistyped English one.</summary>
    private bool IsUnknown(Token word) => index.Vocabulary.Find(word.Text) is var id && (id < 0 || !index.Vocabulary.IsEnglish(id) && !Lexicon.IsWord(word.Text));

    private IEnumerable<Corrected> With(Corrected phrase, Token word, bool isAlone)
    {
        if (!IsUnknown(word))
            return [phrase.And(word, 0, true)];
        var near = known.Near(word.Typed, SlipGuard.Most(word.Typed.Length));
        return near.Where(one => one.IsNamed && !SlipGuard.MeansAnother(word.Typed, one.Spelt))
            .Select(one => phrase.And(word with { Text = one.Word, Typed = one.Spelt }, one.Distance, IsClear(word.Typed, one, near, isAlone)));
    }

    private bool IsClear(string typed, NearWord chosen, List<NearWord> near, bool isAlone) =>
        !near.Exists(other => other.Distance <= chosen.Distance && other.IsRival && Equivalents.Of(other.Word) != Equivalents.Of(chosen.Word) && (isAlone || SlipGuard.LookAlike(other.Word, chosen.Word)))
        && SlipGuard.IsPlausible(typed, chosen, isAlone, index.ProperNames.Are(chosen.Word));

    private static Finding Make(Reading reading, List<(bool IsClear, Finding Finding)> findings, int slips)
    {
        var diagnoses = findings.SelectMany(found => found.Finding.Diagnoses).Distinct().ToList();
        var first = findings[0].Finding;
        if (diagnoses.Count > 1)
            return new(diagnoses, 0.7, RecognitionRules.Typing, first.Understood);
        var letters = reading.Words.Sum(static word => word.Typed.Length);
        // A slip, and another of syndrome and disease, are one difference too many: Muenke syndrome is not Menkes disease.
        var isName = first.Confidence >= PhraseRecognition.Accepted && !(first.Rule == RecognitionRules.Generic && reading.Texts.Exists(Generic.Is));
        var isSure = findings.Exists(static found => found.IsClear) && isName && letters > 5 && slips <= Math.Max(1, letters / 5) && slips < 4;
        return Finding.Of(diagnoses[0], isSure ? Math.Min(first.Confidence, slips switch { < 2 => 0.95, 2 => 0.91, _ => 0.89 }) : Unsure, RecognitionRules.Typing, first.Understood);
    }

    private sealed record Corrected(List<Token> Words, int Slips, bool IsClear)
    {
        public Corrected And(Token word, int slips, bool isClear) => new([.. Words, word], Slips + slips, IsClear && isClear);
    }
}
