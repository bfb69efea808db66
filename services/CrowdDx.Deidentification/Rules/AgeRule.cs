using System.Text.RegularExpressions;

namespace CrowdDx.Deidentification.Rules;

/// <summary>(C) Ages over 89, which may only be given as "90 or older".</summary>
internal sealed class AgeRule : IIdentifierRule
{
    private const string Years = @"(?<years>9\d|1[0-2]\d)";
    private const string Words = "(?<years>ninety([ -](one|two|three|four|five|six|seven|eight|nine))?|(a |one )?hundred([ -](and[ -])?(one|two|three|four|five|six|seven|eight|nine|ten))?)";
    private const string Noun = @"(\s{1,2}(?<noun>woman|man|female|male|lady|gentleman|patient|person|widow|widower|nun|farmer))?\b";

    private static readonly Pattern Old = new(
        $@"\b({Years}|{Words})(?<unit>[\s-]{{0,2}}(years?|yrs?)[\s-]{{1,2}}(old|of[\s-]age)|[\s-]{{0,2}}y[./]?\s?o\b\.?){Noun}");

    private static readonly Pattern Aged = new($@"\b(aged|ages?( of| is| was)?|(turned|reached|celebrated (his|her|their)) (age )?)[\s:=]{{1,3}}{Years}(?<unit>(\s{{1,2}}(years?|yrs?)|y))?\b");
    private static readonly Pattern Told = new($@"\b(he|she|they|who|patient) (is|was) ((now|already|nearly|almost) )?{Years}\s?([.,;)](\s|$)|and\b|when\b|with\b)");
    private static readonly Pattern Plural = new($@"\b{Years}[\s-]years?[\s-]olds\b");
    private static readonly Pattern Sexed = new($@"(^|[.!?\n]\s{{0,2}}|\ba ){Years}\s?(y|yr|/)?\s?(?<sex>[MF])\b\s?(,|with|who|present|c/o|\()");
    private static readonly Pattern Named = new(@"\b(nonagenarian|(super)?centenarian)(?<plural>s)?\b");

    public IEnumerable<Finding> Find(string text)
    {
        foreach (var match in Old.Everywhere(text).Where(match => IsOwn(text, match, match.Groups["years"].Index)))
            yield return Context.Found(match, IdentifierKind.Age, 0.95, "age.old", Phrase(match));

        foreach (var match in Aged.Everywhere(text).Where(match => IsOwn(text, match, match.Groups["years"].Index)))
        {
            var from = match.Groups["years"].Index;
            if (!OtherUnit(text, match.Index + match.Length))
                yield return Context.Found(from, match.Index + match.Length - from, IdentifierKind.Age, 0.9, "age.aged", "90 or older");
        }

        foreach (var match in Sexed.Everywhere(text).Where(match => char.IsUpper(match.Groups["sex"].Value[0])))
        {
            var (from, sex) = (match.Groups["years"].Index, match.Groups["sex"]);
            yield return Context.Found(from, sex.Index + 1 - from, IdentifierKind.Age, 0.7, "age.sexed", sex.Value == "M" ? "man aged 90 or older" : "woman aged 90 or older");
        }

        foreach (var match in Told.Everywhere(text))
            yield return Context.Found(match.Groups["years"], IdentifierKind.Age, 0.8, "age.told", "90 or older");

        foreach (var match in Plural.Everywhere(text).Where(match => IsOwn(text, match, match.Index)))
            yield return Context.Found(match, IdentifierKind.Age, 0.8, "age.plural", "people aged 90 or older");

        foreach (var match in Named.In(text))
            yield return Context.Found(match, IdentifierKind.Age, 0.9, "age.named", match.Groups["plural"].Success ? "people aged 90 or older" : "person aged 90 or older");
    }

    private static string Phrase(Match match)
    {
        if (match.Groups["noun"].Success)
            return match.Groups["noun"].Value + " aged 90 or older";
        // "a 93-year-old Greek sailor" keeps its adjective.
        return match.Groups["unit"].ValueSpan.Contains('-') ? "90-or-older" : "90 or older";
    }

    // "90 years or older", "85-95 years old" of a study population, "39.5", and what has been generalised already.
    private static bool IsOwn(string text, Match match, int offset)
    {
        var (before, end) = (Context.Before(text, offset), match.Index + match.Length);
        if (char.IsLetterOrDigit(before) || before is '.' or ',' or '/' && char.IsAsciiDigit(Context.Before(text, offset - 1)))
            return false;
        return Context.At(text, end) is not '+' && !(Context.At(text, end) is '.' or '/' or '%' && char.IsAsciiDigit(Context.At(text, end + 1)))
            && !Generalised(text, end);
    }

    private static bool Generalised(string text, int end)
    {
        var next = Context.WordAfter(text, end);
        if (next is not ("or" or "and"))
            return false;
        var start = text.AsSpan(end).IndexOf(next, StringComparison.OrdinalIgnoreCase) + end + next.Length;
        return Context.WordAfter(text, start) is "older" or "over" or "above" or "more";
    }

    private static bool OtherUnit(string text, int end) =>
        Context.WordAfter(text, end) is "months" or "month" or "weeks" or "days" or "hours" or "minutes" or "mo" or "mg" or "ms" or "kg" or "cm"
        || Context.At(text, end) is '-' or '%' or '–' && char.IsLetterOrDigit(Context.At(text, end + 1));
}
