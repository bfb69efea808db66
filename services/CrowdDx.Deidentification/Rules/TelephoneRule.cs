namespace CrowdDx.Deidentification.Rules;

/// <summary>
/// (D) Telephone numbers that show by their shape: North American, international with + or 00, and national European forms, which begin with 0.
/// After "fax" they are (E) fax numbers.
/// </summary>
internal sealed class TelephoneRule : IIdentifierRule
{
    private const string Extension = @"(,?\s?(ext|extension|x)\.?\s?\d{1,6})?";

    private static readonly Pattern NorthAmerican = new($@"(\+?1[ .-]?)?(\([2-9]\d{{2}}\)[ -]?|\b[2-9]\d{{2}}[ .-])[2-9]\d{{2}}[ .-]\d{{4}}{Extension}");
    private static readonly Pattern International = new(@"(\+|\b00)[1-9]\d{0,2}([ ./-]?[ ]?\(?\d{1,9}\)?){1,8}");
    private static readonly Pattern Pairs = new(@"\b0[1-9]([ .-]\d{2}){4}\b");
    private static readonly Pattern National = new(@"(\(0[1-9]\d{1,3}\)|\b0[1-9]\d{1,3})[ /-]{0,3}\d{2,9}([ /-]\d{2,8}){0,4}");
    private static readonly Pattern ShortCode = new(@"\b0[1-9][ -](\d{4} \d{4}|\d{8}|\d{3} \d{5}|\d{3} \d{3} \d{2})\b");

    public IEnumerable<Finding> Find(string text)
    {
        foreach (var match in NorthAmerican.Everywhere(text))
        {
            if (Context.StandsAlone(text, match.Index, match.Length))
                yield return Number(text, match.Index, match.Length, match.ValueSpan.ContainsAny('-', '(', '.') ? 0.9 : 0.6, "phone.us");
        }

        foreach (var match in International.Everywhere(text))
        {
            var length = WithinDigits(match.ValueSpan, 8, 15);
            if (length > 0 && Context.StandsAlone(text, match.Index, length))
                yield return Number(text, match.Index, length, 0.9, "phone.international");
        }

        foreach (var match in Pairs.Everywhere(text).Concat(ShortCode.Everywhere(text)).Concat(National.Everywhere(text)))
        {
            var length = WithinDigits(match.ValueSpan, 9, 12);
            if (length > 0 && Context.StandsAlone(text, match.Index, length) && !IsRoster(match.ValueSpan[..length]))
                yield return Number(text, match.Index, length, match.ValueSpan[..length].ContainsAny(" /-()") ? 0.8 : 0.6, "phone.national");
        }
    }

    private static Finding Number(string text, int offset, int length, double confidence, string rule)
    {
        var fax = LabelledTelephoneRule.IsFaxBefore(text, offset);
        return Context.Found(offset, length, fax ? IdentifierKind.Fax : IdentifierKind.Telephone, confidence, rule, fax ? "[fax number]" : "[telephone number]");
    }

    // A number that runs into the next one is cut back, group by group, to a length that a telephone number can have.
    private static int WithinDigits(ReadOnlySpan<char> number, int least, int most)
    {
        while (Context.Digits(number) > most)
        {
            var cut = number.TrimEnd(' ').LastIndexOfAny(" ./-");
            if (cut <= 0)
                return 0;
            number = number[..cut];
        }

        number = number.TrimEnd(" ./-(");
        return Context.Digits(number) >= least ? number.Length : 0;
    }

    // "0800 1200 1600" are times of the day.
    private static bool IsRoster(ReadOnlySpan<char> number)
    {
        foreach (var part in number.Split(' '))
        {
            var group = number[part];
            if (group.Length != 4 || !int.TryParse(group, out var time) || time / 100 > 24 || time % 100 > 59)
                return false;
        }

        return true;
    }
}
