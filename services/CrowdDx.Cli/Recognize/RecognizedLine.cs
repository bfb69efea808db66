using System.Globalization;

using CrowdDx.Terminology.Recognizing;

namespace CrowdDx.Cli.Recognize;

/// <summary>What a line of phrases is answered with.</summary>
internal sealed class RecognizedLine(PhraseRecognizer recognizer, IReadOnlyCollection<string> specialties)
{
    /// <summary>Columns of the phrase; of two phrases <c>same</c> or <c>different</c>, and the columns of each.</summary>
    public string Of(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (tab < 0)
            return Columns(recognizer.Recognize(line, specialties));
        var board = BoardSenses.Resolve([recognizer.Recognize(line[..tab], specialties), recognizer.Recognize(line[(tab + 1)..], specialties)]);
        var isSame = board[0].Key is { } key && key == board[1].Key;
        return $"{(isSame ? "same" : "different")}\t{Columns(board[0])}\t{Columns(board[1])}";
    }

    private static string Columns(PhraseRecognition found)
    {
        var alternatives = found.Alternatives.Select(alternative => $"{alternative.Diagnosis.Id}:{Plain(alternative.Diagnosis.Label)}:{Number(alternative.Confidence)}");
        return $"{found.Diagnosis?.Id}\t{Plain(found.Diagnosis?.Label ?? "")}\t{Number(found.Confidence)}\t{found.Rule}\t{string.Join("; ", alternatives)}";
    }

    private static string Number(double confidence) => confidence.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A label holds no sign that separates here.</summary>
    private static string Plain(string label) => label.Replace('\t', ' ').Replace(';', ',');
}
