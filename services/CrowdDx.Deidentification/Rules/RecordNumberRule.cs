namespace CrowdDx.Deidentification.Rules;

/// <summary>(H, I, J, K, M) Numbers of patients, plans, accounts, licences and devices, where a label says so. The label stays, the number goes.</summary>
internal sealed class RecordNumberRule : IIdentifierRule
{
    private static readonly (Pattern Pattern, IdentifierKind Kind, string Rule, string Suggestion)[] Labels =
    [
        Label(
            IdentifierKind.MedicalRecordNumber, "record.medical", "[record number]",
            numbered: "nhs|chi|urn|medical record|hospital|hosp|record|patient|chart|unit|ur|accession|lab|laboratory|specimen|sample|admission|encounter|case|file",
            always: "mrn|mrno|patientennummer|fallnummer",
            withColon: "nhs|chi|urn|medical record|hospital no|accession"),
        Label(
            IdentifierKind.HealthPlanNumber, "record.plan", "[plan number]",
            numbered: "health ?plan|insurance|policy|member|membership|subscriber|beneficiary|medicare|medicaid|mbi|group|insured",
            always: "versichertennummer|krankenversichertennummer",
            withColon: "medicare|medicaid|mbi|insurance|policy"),
        Label(
            IdentifierKind.AccountNumber, "record.account", "[account number]",
            numbered: "account|acct|a/c|invoice|billing|bill|credit card|debit card|card|customer",
            always: "acct|iban|sort code",
            withColon: "account|a/c|credit card|debit card"),
        Label(
            IdentifierKind.LicenceNumber, "record.licence", "[licence number]",
            numbered: "driver'?s'? licen[cs]e|driving licen[cs]e|licen[cs]e|passport|visa|certificate|gmc|nmc|npi|dea|registration|permit|identity card|id card",
            always: "gmc|npi",
            withColon: "driver'?s'? licen[cs]e|driving licen[cs]e|licen[cs]e|passport|dea"),
        Label(
            IdentifierKind.DeviceIdentifier, "record.device", "[serial number]",
            numbered: "serial|device|implant|pacemaker|defibrillator|pump",
            always: "s/n|imei|udi",
            withColon: "serial|device id"),
    ];

    private static readonly Pattern Year = new($@"^{Calendar.Year}$");

    public IEnumerable<Finding> Find(string text)
    {
        foreach (var (pattern, kind, rule, suggestion) in Labels)
        {
            foreach (var match in pattern.Everywhere(text))
            {
                // "patient no 12" counts patients; four digits and more, a year excepted, tell them apart.
                var value = match.Groups["value"];
                if (Context.Digits(value.ValueSpan) >= 4 && !Year.Accepts(value.Value) && !char.IsLetterOrDigit(Context.At(text, value.Index + value.Length)))
                    yield return Context.Found(value, kind, 0.95, rule, suggestion);
            }
        }
    }

    /// <param name="kind">What such a number is.</param>
    /// <param name="rule">The rule's stable name.</param>
    /// <param name="suggestion">What stands for the number.</param>
    /// <param name="numbered">Labels that need "number", "no", "id" or "#" after them.</param>
    /// <param name="always">Labels that mean a number by themselves.</param>
    /// <param name="withColon">Labels that mean a number when a colon follows.</param>
    private static (Pattern, IdentifierKind, string, string) Label(
        IdentifierKind kind, string rule, string suggestion, string numbered, string always, string withColon) =>
        (new Pattern(
            $@"\b((({numbered})\s?(number|no\b|nr\b|num\b|id\b|identifier|#)|({always}))[\s.:#=(-]{{0,5}}((is|was)\s{{1,2}})?|({withColon})\s?[:#=]{{1,2}}\s{{0,2}})"
            + @"(?<value>[a-z]{0,4}[-/]?(\d{2,3}( \d{2,3}){1,4}\b|\d[\da-z]{0,19}([-/.][\da-z]{1,12}){0,4}))"),
        kind, rule, suggestion);
}
