namespace CrowdDx.Deidentification.Rules;

/// <summary>(D, E) Numbers of any shape after "tel", "phone", "call", "fax" and the like.</summary>
internal sealed class LabelledTelephoneRule : IIdentifierRule
{
    private static readonly Pattern Labelled = new(
        @"\b(?<label>(tele)?fax|facsimile|tel|telephone|phone|ph|mobile|mob|cell ?phone|cell:|handy|call|ring|contact|whatsapp|pager|hotline|telefon)\b?( ?(no|nr|number|num))?[ .:#=)]{0,4}((is|at|on|him|her|them|me|us)\s){0,2}(?<value>[+(]?\d[\d ()./-]{4,20}\d)");

    private static readonly Pattern EndsInFax = new(@"\b(fax|telefax|facsimile)( ?(no|nr|number|num))?[ .:#=)]{0,4}(is )?$");

    public IEnumerable<Finding> Find(string text)
    {
        foreach (var match in Labelled.Everywhere(text))
        {
            var value = match.Groups["value"];
            var length = WholeNumber(text, value.Index, value.Length);
            if (Context.Digits(text.AsSpan(value.Index, length)) is >= 6 and <= 15 && !NumericDateRule.IsDateAlone(text.Substring(value.Index, length)))
            {
                var fax = match.Groups["label"].ValueSpan.Contains("fa", StringComparison.OrdinalIgnoreCase);
                yield return Context.Found(value.Index, length, fax ? IdentifierKind.Fax : IdentifierKind.Telephone, 0.9, "phone.labelled", fax ? "[fax number]" : "[telephone number]");
            }
        }
    }

    /// <summary>Whether the text just before says that a fax number comes.</summary>
    public static bool IsFaxBefore(string text, int offset) => EndsInFax.Accepts(text[Math.Max(0, offset - 24)..offset]);

    // The expression may have stopped within a group of digits: then the group is no part of the number.
    private static int WholeNumber(string text, int offset, int length)
    {
        if (!char.IsLetterOrDigit(Context.At(text, offset + length)))
            return length;
        while (length > 0 && char.IsAsciiDigit(text[offset + length - 1]))
            length--;
        while (length > 0 && !char.IsAsciiDigit(text[offset + length - 1]))
            length--;
        return length;
    }
}
