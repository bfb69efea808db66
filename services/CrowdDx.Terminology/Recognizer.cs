using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Recognizing;

namespace CrowdDx.Terminology;

/// <summary>Which diagnosis a phrase, a code or a choice from a list means.</summary>
/// <param name="Key">The diagnosis key, see <see cref="DiagnosisKey"/>.</param>
/// <param name="Label">What to show: the diagnosis's name, or, where it is none that is known, the phrase, trimmed, white space collapsed.</param>
/// <param name="Rule">How it was recognised: a name of <see cref="RecognitionRules"/>, <see cref="Recognizer.CodingRule"/>, <see cref="Recognizer.ChosenRule"/> or <see cref="Recognizer.NormalFormRule"/>.</param>
/// <param name="Confidence">How sure the rule is that the key is what was meant, in [0, 1].</param>
/// <param name="DidYouMean">What the phrase may mean, the likeliest first, where that is not sure enough to be taken without asking; else empty.</param>
public sealed record Recognition(string Key, string Label, string Rule, double Confidence, IReadOnlyList<Alternative> DidYouMean);

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

/// <summary>Recognises what an expert names: by the id that was chosen, else by the code, else by the phrase.</summary>
public sealed class Recognizer(PhraseRecognizer phrases)
{
    /// <summary>The rule by which a coding is its own identity.</summary>
    public const string CodingRule = "coding";

    /// <summary>The rule by which the diagnosis that was picked from a list is meant.</summary>
    public const string ChosenRule = "chosen";

    /// <summary>The rule by which the same words are the same diagnosis, where no known one is meant.</summary>
    public const string NormalFormRule = "normalForm";

    private static readonly Lazy<Recognizer> OfCore = new(static () => new(new(CoreTerminology.Load())));

    /// <summary>One that knows the core. It is loaded once in a process, on first use.</summary>
    public static Recognizer Core => OfCore.Value;

    /// <summary>What it recognises phrases by.</summary>
    public PhraseRecognizer Phrases => phrases;

    /// <summary>What is known.</summary>
    public LoadedTerminology Terminology => phrases.Terminology;

    /// <inheritdoc cref="Recognize(string, Coding?, string?, IReadOnlyCollection{string}?, out RecognitionFailure)" />
    public Recognition? Recognize(string phrase, Coding? coding = null, string? diagnosisId = null, IReadOnlyCollection<string>? specialties = null)
        => Recognize(phrase, coding, diagnosisId, specialties, out _);

    /// <summary>Recognises one diagnosis: by its id if one is given, else by its coding, else by the phrase.</summary>
    /// <param name="phrase">What was typed; may be empty where a coding or an id is given.</param>
    /// <param name="coding">A code chosen by the client; null for none.</param>
    /// <param name="diagnosisId">The key (<c>d:</c> and the id) of a diagnosis chosen from the terminology; null for none.</param>
    /// <param name="specialties">Those of the case, which may choose between the senses of an abbreviation; null for none.</param>
    /// <param name="failure">Why the result is null.</param>
    /// <returns>What was recognised; null if nothing.</returns>
    public Recognition? Recognize(string phrase, Coding? coding, string? diagnosisId, IReadOnlyCollection<string>? specialties, out RecognitionFailure failure)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var found = diagnosisId is not null ? Chosen(diagnosisId) : coding is not null ? Coded(phrase, coding) : Named(phrase, specialties);
        failure = found is not null ? RecognitionFailure.None
            : diagnosisId is not null ? RecognitionFailure.UnknownDiagnosis
            : coding is not null ? RecognitionFailure.InvalidCoding
            : RecognitionFailure.NothingNamed;
        return found;
    }

    /// <summary>The diagnosis of a key; null for the keys of phrases and codes, and for what is not known.</summary>
    public Diagnosis? Find(string key) => DiagnosisKey.Parse(key) is { Kind: DiagnosisKeyKind.Diagnosis } parsed ? Terminology.Find(parsed.Value) : null;

    private Recognition? Chosen(string diagnosisId) => Find(diagnosisId) is { } diagnosis ? Known(diagnosis, ChosenRule, 1) : null;

    private Recognition? Coded(string phrase, Coding coding)
        => DiagnosisKey.OfCoding(coding) is not { } coded ? null
            : Terminology.Find(new Coding(coding.System.Trim(), coding.Code.Trim())) is { } diagnosis ? Known(diagnosis, CodingRule, 1)
            : new(coded.ToString(), Label(phrase) is { Length: > 0 } label ? label : coding.Code.Trim(), CodingRule, 1, []);

    private Recognition? Named(string phrase, IReadOnlyCollection<string>? specialties)
    {
        var found = phrases.Recognize(phrase, specialties);
        if (found.IsAccepted)
            return Known(found.Diagnosis!, found.Rule, found.Confidence);
        var mayMean = found.IsAsked ? [new(found.Diagnosis!, found.Confidence), .. found.Alternatives] : found.Rule == RecognitionRules.Ambiguous ? found.Alternatives : [];
        return found.Key is { } key ? new(key.ToString(), Label(phrase), RuleOf(found.Rule), 1, mayMean) : null;
    }

    // Not meant as the patient's disease, or several at once: that is why these words are an entry of their own.
    private static string RuleOf(string rule)
        => rule is RecognitionRules.Denied or RecognitionRules.Family or RecognitionRules.Past or RecognitionRules.Risk or RecognitionRules.Compound ? rule : NormalFormRule;

    private static Recognition Known(Diagnosis diagnosis, string rule, double confidence)
        => new(DiagnosisKey.OfDiagnosis(diagnosis.Id).ToString(), diagnosis.Label, rule, confidence, []);

    private static string Label(string phrase) => string.Join(' ', phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
