namespace CrowdDx.Deidentification.Rules;

/// <summary>(H) NHS numbers: ten digits of which the last is a check digit modulo 11 (NHS Data Dictionary, NHS NUMBER).</summary>
internal sealed class NhsNumberRule : IIdentifierRule
{
    private static readonly Pattern Number = new(@"\b\d{3}(?<s>[ -]?)\d{3}[ -]?\d{4}\b");

    public IEnumerable<Finding> Find(string text) =>
        Number.Everywhere(text)
            .Where(match => Context.StandsAlone(text, match.Index, match.Length) && Checks(Context.OnlyDigits(match.Value)))
            .Select(match => Context.Found(
                match, IdentifierKind.MedicalRecordNumber, match.Groups["s"].Length == 0 ? 0.65 : 0.8, "nhs-number", "[patient number]"));

    internal static bool Checks(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
            sum += (digits[i] - '0') * (10 - i);
        var check = (11 - sum % 11) % 11;
        return check < 10 && check == digits[9] - '0' && sum > 0;
    }
}
