using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Recognizing;

namespace CrowdDx.Terminology;

/// <summary>Which diagnosis a phrase means.</summary>
/// <param name="Key">The diagnosis key, see <see cref="DiagnosisKey"/>.</param>
/// <param name="Label">What to show: the preferred name of a diagnosis of a terminology, else the phrase, trimmed, white space collapsed.</param>
/// <param name="Rule">How it was recognised: a rule of <see cref="Recognizer"/>, or of <see cref="RecognitionRules"/>.</param>
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

/// <summary>Recognises diagnoses: by the id or the coding that a client chose, else by the phrase. Without a terminology a coding is its identity, and the normal form of a phrase is.</summary>
/// <param name="phrases">Recognises phrases by a loaded terminology; null for none.</param>
public sealed class Recognizer(PhraseRecognizer? phrases = null)
{
    /// <summary>The rule by which a diagnosis that was chosen from a terminology is itself.</summary>
    public const string DiagnosisIdRule = "diagnosisId";

    /// <summary>The rule by which a coding is its own identity, or a diagnosis that a terminology says it means.</summary>
    public const string CodingRule = "coding";

    /// <summary>The rule by which equal normal forms are the same diagnosis.</summary>
    public const string NormalFormRule = "normalForm";

    /// <summary>The version that every recognition without a terminology is stored with.</summary>
    public static string TerminologyVersion => "core:0";

    /// <summary>The version that this recogniser's recognitions are stored with.</summary>
    public string Version => phrases?.Terminology.Version ?? TerminologyVersion;

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
        var label = string.Join(' ', phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var found = diagnosisId is not null ? ById(diagnosisId) : coding is not null ? ByCoding(coding, label) : ByPhrase(phrase, label);
        failure = found is not null ? RecognitionFailure.None
            : diagnosisId is not null ? RecognitionFailure.UnknownDiagnosis
            : coding is not null ? RecognitionFailure.InvalidCoding
            : RecognitionFailure.NothingNamed;
        return found;
    }

    private Recognition? ById(string diagnosisId) => phrases?.Terminology.Find(diagnosisId) is { } diagnosis ? Of(diagnosis, DiagnosisIdRule, 1) : null;

    private Recognition? ByCoding(Coding coding, string label) =>
        phrases?.Terminology.Find(coding) is { } diagnosis ? Of(diagnosis, CodingRule, 1)
        : DiagnosisKey.OfCoding(coding) is { } key ? new(key.ToString(), label.Length > 0 ? label : coding.Code.Trim(), CodingRule, 1)
        : null;

    private Recognition? ByPhrase(string phrase, string label)
    {
        if (phrases?.Recognize(phrase) is { } found)
            return found.IsAccepted ? Of(found.Diagnosis!, found.Rule, found.Confidence) : found.Key is { } words ? new(words.ToString(), label, NormalFormRule, 1) : null;
        var form = NormalForm.Of(phrase);
        return form.Length > 0 ? new(DiagnosisKey.OfNormalForm(form).ToString(), label, NormalFormRule, 1) : null;
    }

    private static Recognition Of(Diagnosis diagnosis, string rule, double confidence) => new(DiagnosisKey.OfDiagnosis(diagnosis.Id).ToString(), diagnosis.Label, rule, confidence);
}
