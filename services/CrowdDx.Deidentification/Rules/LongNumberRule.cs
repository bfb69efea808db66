namespace CrowdDx.Deidentification.Rules;

/// <summary>(R) Nine digits and more in one run, which no measurement needs: some register's number.</summary>
internal sealed class LongNumberRule : IIdentifierRule
{
    private static readonly Pattern Run = new(@"\b\d{9,24}\b");

    public IEnumerable<Finding> Find(string text) =>
        Run.Everywhere(text)
            .Where(match => Context.StandsAlone(text, match.Index, match.Length) && !match.Value.EndsWith("000", StringComparison.Ordinal)
                && Context.WordAfter(text, match.Index + match.Length) is not ("copies" or "cells" or "iu" or "u" or "units" or "cfu"))
            .Select(match => Context.Found(match, IdentifierKind.OtherIdentifier, 0.5, "number.long", "[number]"));
}
