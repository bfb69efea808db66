using CrowdDx.Cases.Emergency;
using CrowdDx.Data.Requests;
using CrowdDx.Deidentification;
using Microsoft.AspNetCore.Http;

namespace CrowdDx.Cases.Submission;

/// <summary>What looks like an identifier in a field.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Offset">Where it starts, in UTF-16 code units.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
/// <param name="Kind">What it is taken for.</param>
/// <param name="Letter">Letter of 45 CFR 164.514(b)(2)(i), A–R.</param>
/// <param name="Confidence">0–1, an ordering.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Suggestion">What to write instead.</param>
public sealed record FieldFinding(string Field, int Offset, int Length, IdentifierKind Kind, char Letter, double Confidence, string Rule, string Suggestion);

/// <summary>What sounds like an emergency in a field.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Offset">Where it starts, in UTF-16 code units.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
/// <param name="Sign">Which sign.</param>
public sealed record FieldSign(string Field, int Offset, int Length, string Sign);

/// <summary>What the screen found.</summary>
/// <param name="Findings">What looks like an identifier.</param>
/// <param name="EmergencySigns">What sounds like an emergency.</param>
/// <param name="Redacted">The text of each field with findings, with every suggestion taken.</param>
public sealed record ScreeningResult(IReadOnlyList<FieldFinding> Findings, IReadOnlyList<FieldSign> EmergencySigns, IReadOnlyDictionary<string, string> Redacted);

/// <summary>Screens texts before anything is stored. Pure.</summary>
public static class Screening
{
    /// <summary>Screens fields by name.</summary>
    public static ScreeningResult Screen(IEnumerable<(string Field, string Text)> texts)
    {
        List<FieldFinding> findings = [];
        List<FieldSign> signs = [];
        Dictionary<string, string> redacted = new(StringComparer.Ordinal);
        foreach (var (field, text) in texts)
        {
            var found = IdentifierScreen.Find(text);
            findings.AddRange(found.Select(f => new FieldFinding(field, f.Offset, f.Length, f.Kind, f.HipaaLetter, f.Confidence, f.Rule, f.Suggestion)));
            signs.AddRange(EmergencySigns.Find(text).Select(s => new FieldSign(field, s.Offset, s.Length, s.Sign)));
            if (found.Count > 0)
                redacted[field] = Redact(text, found);
        }
        return new(findings, signs, redacted);
    }

    /// <summary>Takes suggestions until the screen is content: a year put in can meet a month that stood beside it.</summary>
    private static string Redact(string text, IReadOnlyList<Finding> found)
    {
        while (found.Count > 0)
        {
            text = IdentifierScreen.Redact(text, found);
            found = IdentifierScreen.Find(text);
        }
        return text;
    }

    /// <summary>The refusal of text with likely identifiers; null where there are none or their redaction is accepted.</summary>
    internal static Problem? Refusal(ScreeningResult screened, bool acceptRedactions)
        => screened.Findings.Count == 0 || acceptRedactions
            ? null
            : new(StatusCodes.Status422UnprocessableEntity, "identifiers-found", "The text may identify the patient. Nothing was stored.",
                "Reword what findings point at, or take the suggestions by sending \"acceptRedactions\": true.")
            {
                Extensions = new Dictionary<string, object?> { ["findings"] = screened.Findings },
            };

    /// <summary>The refusal of a case that sounds like an emergency; null where there is no sign or the author acknowledged it.</summary>
    internal static Problem? EmergencyRefusal(ScreeningResult screened, bool acknowledged)
        => screened.EmergencySigns.Count == 0 || acknowledged
            ? null
            : new(StatusCodes.Status422UnprocessableEntity, "emergency-signs", "This sounds like an emergency: call your senior or the emergency number now. Nothing was stored.",
                "Experts here answer in minutes to days, or not at all. If the patient is safe, send \"acknowledgeEmergency\": true.")
            {
                Extensions = new Dictionary<string, object?> { ["emergencySigns"] = screened.EmergencySigns },
            };
}
