namespace CrowdDx.Deidentification.Rules;

/// <summary>(J) Payment cards by their Luhn digit (ISO/IEC 7812-1) and IBANs by their check digits (ISO 13616), without a label.</summary>
internal sealed class BankNumberRule : IIdentifierRule
{
    private static readonly Pattern Card = new(@"\b[3-6]\d{3}([ -]?\d{4}){2}[ -]?\d{2,4}\b");
    private static readonly Pattern Iban = new(@"\b[a-z]{2}\d{2}( ?[a-z0-9]{4}){2,7}( ?[a-z0-9]{1,3})?\b");

    public IEnumerable<Finding> Find(string text)
    {
        foreach (var match in Card.Everywhere(text))
        {
            if (Context.StandsAlone(text, match.Index, match.Length) && Luhn(Context.OnlyDigits(match.Value)))
                yield return Context.Found(match, IdentifierKind.AccountNumber, 0.9, "account.card", "[card number]");
        }

        foreach (var match in Iban.Everywhere(text))
        {
            for (var length = match.Length; length >= 15; length--)
            {
                if (!char.IsLetterOrDigit(Context.At(text, match.Index + length)) && Checks(match.Value[..length].Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()))
                {
                    yield return Context.Found(match.Index, length, IdentifierKind.AccountNumber, 0.95, "account.iban", "[account number]");
                    break;
                }
            }
        }
    }

    private static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        }

        return sum % 10 == 0;
    }

    private static bool Checks(string iban)
    {
        if (iban.Length is < 15 or > 34 || !iban.All(char.IsAsciiLetterOrDigit))
            return false;
        var remainder = 0;
        foreach (var character in iban[4..] + iban[..4])
            remainder = char.IsAsciiDigit(character) ? (remainder * 10 + character - '0') % 97 : (remainder * 100 + character - 'A' + 10) % 97;
        return remainder == 1;
    }
}
