namespace CrowdDx.Deidentification.Rules;

/// <summary>
/// (G) US social security numbers. Without a label the area (not 000, 666 or 900 to 999), group (not 00) and serial (not 0000) must be ones
/// that the Social Security Administration can have issued (20 CFR 422.103; SSA randomization, 2011).
/// </summary>
internal sealed class SocialSecurityRule : IIdentifierRule
{
    private const string Suggestion = "[social security number]";

    private static readonly Pattern Shaped = new(@"\b(?<area>\d{3})(?<s>[- ])(?<group>\d{2})(?<t>[- ])(?<serial>\d{4})\b");
    private static readonly Pattern Labelled = new(
        @"\b(ssn|s\.s\.n\.|soc(ial)?\.? sec(urity)?\.?)( ?(no|nr|number|num|#))?[ .:#=]{0,4}((is |was )?(?<value>[\dx*]{3}[- ]?[\dx*]{2}[- ]?\d{4})|(ending|ends|end|last (4|four))( digits)?( in| is| are)?[ :]{1,2}(?<value>\d{4}))\b");

    public IEnumerable<Finding> Find(string text)
    {
        foreach (var match in Shaped.Everywhere(text))
        {
            var area = int.Parse(match.Groups["area"].ValueSpan);
            if (area is > 0 and < 900 and not 666 && match.Groups["group"].Value != "00" && match.Groups["serial"].Value != "0000"
                && match.Groups["s"].Value == match.Groups["t"].Value && Context.StandsAlone(text, match.Index, match.Length))
                yield return Context.Found(match, IdentifierKind.SocialSecurityNumber, match.Groups["s"].Value == "-" ? 0.95 : 0.75, "ssn", Suggestion);
        }

        foreach (var match in Labelled.Everywhere(text))
            yield return Context.Found(match.Groups["value"], IdentifierKind.SocialSecurityNumber, 0.97, "ssn.labelled", Suggestion);
    }
}
