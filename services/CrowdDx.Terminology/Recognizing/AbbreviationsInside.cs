using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Indexing;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>A name with an abbreviation in it: "acute MI", "type 2 DM". Every sense is written out; the rest of the phrase decides between them.</summary>
internal sealed class AbbreviationsInside(NameIndex index, ExactRules exact)
{
    private const int MostSenses = 6;

    public Finding? Find(Reading reading)
    {
        if (reading.Words.Count is < 2 or > 8)
            return null;
        var found = new Dictionary<Diagnosis, Finding>();
        for (var i = 0; i < reading.Words.Count; i++)
        {
            foreach (var writtenOut in WrittenOut(reading, i))
            {
                if (exact.Find(writtenOut) is { IsOne: true, Rule: not RecognitionRules.Ambiguous } finding)
                    found.TryAdd(finding.Diagnoses[0], finding);
            }
        }

        return found.Count == 0 ? null
            : found.Count == 1 ? found.Values.First() with { Rule = RecognitionRules.WrittenOut, Confidence = IsAnotherSyndrome(reading, found.Keys.First()) ? 0.8 : 0.92 }
            : new([.. found.Keys], 0.7, RecognitionRules.Ambiguous, found.Values.First().Understood);
    }

    /// <summary>CAP may be pneumonia; a CAP syndrome is something else.</summary>
    private static bool IsAnotherSyndrome(Reading reading, Diagnosis diagnosis) =>
        reading.Texts.Contains("syndrome") && !diagnosis.Names.Any(static name => name.Text.Contains("syndrome", StringComparison.OrdinalIgnoreCase));

    /// <summary>The phrase with all abbreviations of one sense written out.</summary>
    public Reading WrittenOut(Reading reading)
    {
        for (var i = reading.Words.Count - 1; i >= 0; i--)
        {
            if (reading.Words.Count > 1 && WrittenOut(reading, i).Take(2).ToList() is [var one])
                reading = one;
        }

        return reading;
    }

    /// <summary>The phrase with the abbreviation at a place written out, in each sense.</summary>
    private IEnumerable<Reading> WrittenOut(Reading reading, int at)
    {
        var word = reading.Words[at];
        if (word.Text.Length is < 2 or > 8 || (index.Vocabulary.Find(word.Text) >= 0 || Lexicon.IsWord(word.Text)) && !Phrasing.IsCapital(reading.Phrase, word))
            yield break;
        if (index.Abbreviations.Find(AbbreviationTable.KeyOf([word], reading.Phrase), word.Raw(reading.Phrase)) is not { Senses.Count: <= MostSenses } senses)
            yield break;
        foreach (var sense in senses.Senses)
            yield return reading.Part([.. reading.Words[..at], .. Phrasing.Of(sense.Label).Select(part => word with { Text = part.Text, Typed = part.Typed }), .. reading.Words[(at + 1)..]]);
    }
}
