using System.Text;
using CrowdDx.Deidentification.Rules;

namespace CrowdDx.Deidentification;

/// <summary>
/// Screens free text for the identifiers of HIPAA Safe Harbor, 45 CFR 164.514(b)(2)(i). Pure, deterministic and linear in the length of the text.
/// It helps a person who attests; it does not replace the attestation of 164.514(b)(2)(ii).
/// </summary>
public static class IdentifierScreen
{
    private static readonly IIdentifierRule[] AllRules =
    [
        new EmailRule(), new UrlRule(), new IpAddressRule(), new HardwareAddressRule(),
        new NamedDateRule(), new BareMonthRule(), new NumericDateRule(), new SeasonRule(), new AgeRule(),
        new TelephoneRule(), new LabelledTelephoneRule(), new SocialSecurityRule(),
        new NhsNumberRule(), new RecordNumberRule(), new BankNumberRule(), new VehicleRule(), new LongNumberRule(),
    ];

    /// <summary>Finds what looks like an identifier.</summary>
    /// <param name="text">Any UTF-16 text, well-formed or not. It is screened as it stands, so that offsets hold.</param>
    /// <returns>Findings in ascending offset that do not overlap; empty when there is nothing to see.</returns>
    public static IReadOnlyList<Finding> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? [] : Overlaps.Resolve(AllRules.SelectMany(rule => rule.Find(text)));
    }

    /// <summary>Replaces each finding by its suggestion and leaves the rest of the text as it is.</summary>
    /// <param name="text">The text that was screened.</param>
    /// <param name="findings">What to replace, in any order. Where two overlap, the earlier one's suggestion stands for both.</param>
    /// <returns>The redacted text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A finding lies outside the text, so it cannot be of this text.</exception>
    public static string Redact(string text, IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(findings);
        var redacted = new StringBuilder(text.Length);
        var done = 0;
        foreach (var finding in findings.OrderBy(finding => finding.Offset).ThenByDescending(finding => finding.Length))
        {
            if (finding.Offset < 0 || finding.Length < 0 || finding.Length > text.Length - finding.Offset)
                throw new ArgumentOutOfRangeException(nameof(findings), "A finding lies outside the text.");
            if (finding.Offset >= done)
                redacted.Append(text, done, finding.Offset - done).Append(finding.Suggestion);
            done = Math.Max(done, finding.Offset + finding.Length);
        }

        return redacted.Append(text, done, text.Length - done).ToString();
    }
}
