using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>
/// Abbreviations with several senses on a board: where the other phrases surely name one of the senses and no other, that one is meant. All phrases are looked at together,
/// so their order does not matter. For boards only: while someone answers, what others suggested must not show.
/// </summary>
public static class BoardSenses
{
    private const double Confidence = 0.9;

    /// <summary>The recognitions of a board, with the senses chosen that the others tell.</summary>
    public static IReadOnlyList<PhraseRecognition> Resolve(IReadOnlyList<PhraseRecognition> board)
    {
        ArgumentNullException.ThrowIfNull(board);
        var named = board.Where(found => found.IsAccepted).Select(found => found.Diagnosis!).ToHashSet();
        return [.. board.Select(found => found.Rule == RecognitionRules.Ambiguous ? Choose(found) : found)];

        PhraseRecognition Choose(PhraseRecognition found)
        {
            var senses = found.Alternatives.Select(alternative => alternative.Diagnosis).Prepend(found.Diagnosis!).Where(sense => named.Contains(sense) && MayMean(found.Understood, sense)).ToList();
            return senses is not [var one] ? found : found with
            {
                Diagnosis = one,
                Confidence = Confidence,
                Rule = RecognitionRules.ByBoard,
                Key = DiagnosisKey.OfDiagnosis(one.Id),
                Alternatives = [.. found.Alternatives.Where(alternative => alternative.Diagnosis != one)],
            };
        }
    }

    /// <summary>A word that is no abbreviation has to be in the name: "microlithiasis" may be biliary microlithiasis, "typhus" (in German typhoid fever) is not typhoid fever.</summary>
    private static bool MayMean(string understood, Diagnosis sense) =>
        understood.Count(static c => char.IsUpper(c) || char.IsAsciiDigit(c)) > 1 || Phrasing.Of(understood).TrueForAll(word => Phrasing.Of(sense.Label).Exists(own => own.Text == word.Text));
}
