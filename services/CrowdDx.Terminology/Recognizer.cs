using System.Diagnostics.CodeAnalysis;

namespace CrowdDx.Terminology;

/// <summary>Which diagnosis a phrase means.</summary>
/// <param name="Key">The diagnosis key, see <see cref="DiagnosisKey"/>.</param>
/// <param name="Label">What to show: the phrase, trimmed, white space collapsed.</param>
/// <param name="Rule">How it was recognised: <see cref="Recognizer.CodingRule"/> or <see cref="Recognizer.NormalFormRule"/>.</param>
/// <param name="Confidence">How sure the rule is that the key is what was meant, in [0, 1].</param>
public sealed record Recognition(string Key, string Label, string Rule, double Confidence);

/// <summary>Why nothing was recognised.</summary>
public enum RecognitionFailure
{
    /// <summary>Something was.</summary>
    None,

    /// <summary>The phrase holds nothing but hedges and punctuation.</summary>
    NothingNamed,

    /// <summary>No loaded terminology has the diagnosis id.</summary>
    UnknownDiagnosis,

    /// <summary>System or code is blank, holds a control character, or both are too long together (more than 297 characters).</summary>
    InvalidCoding,
}

/// <summary>Recognises diagnoses. No terminology is loaded yet: a coding is its identity, else the normal form of the phrase is.</summary>
[SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "A loaded terminology is state of the instance.")]
public sealed class Recognizer
{
    /// <summary>The rule by which a coding is its own identity.</summary>
    public const string CodingRule = "coding";

    /// <summary>The rule by which equal normal forms are the same diagnosis.</summary>
    public const string NormalFormRule = "normalForm";

    /// <summary>The version that every recognition is stored with.</summary>
    public static string TerminologyVersion => "core:0";

    /// <inheritdoc cref="Recognize(string, Coding?, string?, out RecognitionFailure)" />
    public Recognition? Recognize(string phrase, Coding? coding = null, string? diagnosisId = null) => Recognize(phrase, coding, diagnosisId, out _);

    /// <summary>Recognises one diagnosis: by its id if one is given, else by its coding, else by the phrase.</summary>
    /// <param name="phrase">What was typed; may be empty where a coding is given.</param>
    /// <param name="coding">A code chosen by the client; null for none.</param>
    /// <param name="diagnosisId">An id chosen from a terminology; null for none.</param>
    /// <param name="failure">Why the result is null.</param>
    /// <returns>What was recognised; null if nothing.</returns>
    public Recognition? Recognize(string phrase, Coding? coding, string? diagnosisId, out RecognitionFailure failure)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        failure = RecognitionFailure.None;
        var label = string.Join(' ', phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        if (diagnosisId is not null)
        {
            failure = RecognitionFailure.UnknownDiagnosis;
            return null;
        }

        if (coding is not null)
        {
            if (DiagnosisKey.OfCoding(coding) is { } coded)
                return new(coded.ToString(), label.Length > 0 ? label : coding.Code.Trim(), CodingRule, 1);
            failure = RecognitionFailure.InvalidCoding;
            return null;
        }

        var normalForm = NormalForm.Of(phrase);
        if (normalForm.Length > 0)
            return new(DiagnosisKey.OfNormalForm(normalForm).ToString(), label, NormalFormRule, 1);
        failure = RecognitionFailure.NothingNamed;
        return null;
    }
}
