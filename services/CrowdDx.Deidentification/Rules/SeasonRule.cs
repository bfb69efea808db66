namespace CrowdDx.Deidentification.Rules;

/// <summary>(C) Seasons, quarters and feast days of a year: "spring 2024", "Q1 2024", "Christmas 2023". "A fall in 2019" is an injury.</summary>
internal sealed class SeasonRule : IIdentifierRule
{
    private static readonly Pattern Season = new(
        @"(?<on>\bon\s)?\b(?<season>((early|mid|late)[\s-])?(spring|summer|autumn|fall|winter|christmas( eve| day)?|easter( sunday| monday)?|thanksgiving|new year['’]?s( eve| day)?|halloween|ramadan|diwali|q[1-4]|(first|second|third|fourth|last|1st|2nd|3rd|4th) (quarter|half)))(,?\s{1,3}(of\s)?|\s?/\s?)(?<year>(19|20)\d{2})(\s?[-/–]\s?((19|20)\d{2}|\d{2}))?\b");

    public IEnumerable<Finding> Find(string text)
    {
        foreach (var match in Season.Everywhere(text))
        {
            var isInjury = match.Groups["season"].Value.Equals("fall", StringComparison.OrdinalIgnoreCase)
                && Context.WordBefore(text, match.Index) is "a" or "first" or "another" or "second" or "recent" or "mechanical" or "since" or "after";
            if (!isInjury)
                yield return Context.Found(match, IdentifierKind.Date, 0.85, "date.season", Calendar.YearAfter(match.Groups["on"].Value, match.Groups["year"].Value));
        }
    }
}
