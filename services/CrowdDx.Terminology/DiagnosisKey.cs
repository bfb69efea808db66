using System.Security.Cryptography;
using System.Text;

namespace CrowdDx.Terminology;

/// <summary>What a diagnosis key is made of.</summary>
public enum DiagnosisKeyKind
{
    /// <summary><c>n:</c> and the normal form of a phrase.</summary>
    NormalForm,

    /// <summary><c>c:</c>, a code system, <c>|</c> and a code.</summary>
    Coding,

    /// <summary><c>d:</c> and the id of a diagnosis of a loaded terminology.</summary>
    Diagnosis,
}

/// <summary>The identity of a diagnosis in pools, verdicts and exports. Text of at most <see cref="MaximumLength"/> UTF-16 code units, compared ordinally.</summary>
public readonly record struct DiagnosisKey
{
    /// <summary>No key is longer: 300.</summary>
    public const int MaximumLength = 300;

    private const int HashDigits = 64;

    private readonly string? _value;

    private DiagnosisKey(DiagnosisKeyKind kind, string value)
    {
        Kind = kind;
        _value = value;
    }

    /// <summary>Which of the three kinds.</summary>
    public DiagnosisKeyKind Kind { get; }

    /// <summary>The key without its prefix.</summary>
    public string Value => _value ?? "";

    /// <summary>The key of a phrase's normal form; a form too long is cut, and <c>~</c> and its SHA-256 appended (no normal form holds a <c>~</c>).</summary>
    /// <param name="normalForm">A result of <see cref="NormalForm.Of"/>, not empty.</param>
    public static DiagnosisKey OfNormalForm(string normalForm)
    {
        ArgumentException.ThrowIfNullOrEmpty(normalForm);
        if (normalForm.Length + 2 <= MaximumLength)
            return new(DiagnosisKeyKind.NormalForm, normalForm);
        var cut = MaximumLength - 2 - 1 - HashDigits;
        if (char.IsHighSurrogate(normalForm[cut - 1]))
            cut--;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normalForm)));
        return new(DiagnosisKeyKind.NormalForm, $"{normalForm[..cut]}~{hash}");
    }

    /// <summary>The key of a code. White space around system and code does not count; a <c>|</c> or <c>%</c> in the system is percent-encoded.</summary>
    /// <param name="coding">The code system and the code.</param>
    /// <returns>The key; null if system or code is blank, holds a control character, or the key would be too long.</returns>
    public static DiagnosisKey? OfCoding(Coding coding)
    {
        ArgumentNullException.ThrowIfNull(coding);
        var system = coding.System.Trim();
        var code = coding.Code.Trim();
        if (system.Length == 0 || code.Length == 0 || system.Any(char.IsControl) || code.Any(char.IsControl))
            return null;
        var value = $"{system.Replace("%", "%25", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal)}|{code}";
        return value.Length + 2 <= MaximumLength ? new(DiagnosisKeyKind.Coding, value) : null;
    }

    /// <summary>The key of a diagnosis of a terminology.</summary>
    /// <param name="diagnosisId">Its id, of 1–298 code units.</param>
    public static DiagnosisKey OfDiagnosis(string diagnosisId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(diagnosisId);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(diagnosisId.Length, MaximumLength - 2, nameof(diagnosisId));
        return new(DiagnosisKeyKind.Diagnosis, diagnosisId);
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">For example <c>n:heart failure</c>, <c>c:http://snomed.info/sct|22298006</c>, <c>d:myocardial-infarction</c>.</param>
    /// <returns>The key; null if the text is none.</returns>
    public static DiagnosisKey? Parse(string? text)
    {
        if (text is null || text.Length is < 3 or > MaximumLength || text[1] != ':')
            return null;
        var value = text[2..];
        return text[0] switch
        {
            'n' => new(DiagnosisKeyKind.NormalForm, value),
            'c' when value.IndexOf('|', StringComparison.Ordinal) is > 0 and var bar && bar < value.Length - 1 => new(DiagnosisKeyKind.Coding, value),
            'd' => new(DiagnosisKeyKind.Diagnosis, value),
            _ => null,
        };
    }

    /// <summary>The code system and code of a key of that kind; null for the other kinds.</summary>
    public Coding? AsCoding()
    {
        if (Kind != DiagnosisKeyKind.Coding)
            return null;
        var bar = Value.IndexOf('|', StringComparison.Ordinal);
        var system = Value[..bar].Replace("%7C", "|", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
        return new(system, Value[(bar + 1)..]);
    }

    /// <summary>The key as text.</summary>
    public override string ToString() => Kind switch
    {
        DiagnosisKeyKind.NormalForm => "n:" + Value,
        DiagnosisKeyKind.Coding => "c:" + Value,
        DiagnosisKeyKind.Diagnosis => "d:" + Value,
    };
}

/// <summary>A code of a code system, as in HL7 FHIR.</summary>
/// <param name="System">The code system's URI, for example <c>http://snomed.info/sct</c>.</param>
/// <param name="Code">The code, for example <c>22298006</c>; upper and lower case differ.</param>
public sealed record Coding(string System, string Code);
