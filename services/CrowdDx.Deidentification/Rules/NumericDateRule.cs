using System.Text.RegularExpressions;

namespace CrowdDx.Deidentification.Rules;

/// <summary>
/// (C) Dates in figures: "2024-03-14", "3/14/2024", "14.03.24", "03/2024". What also is a power (4/5), a pressure (120/80), a duration (3/7),
/// a version (1.2.3) or a titre (1/2000) is left alone: a day and month without a year count only after a word such as "seen on".
/// </summary>
internal sealed class NumericDateRule : IIdentifierRule
{
    private const string On = @"(?<on>\bon\s{1,3}(the\s)?)?";
    private const string Time = @"(?<time>[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?";

    private static readonly Pattern YearMonthDay = new($@"{On}\b(?<year>(19|20)\d{{2}})(?<s>\s?[-/.]\s?)(?<a>\d{{1,2}})(?<t>\s?[-/.]\s?)(?<b>\d{{1,2}}){Time}\b");
    private static readonly Pattern DayMonthYear = new($@"{On}\b(?<a>\d{{1,2}})(?<s>\s?[-/.]\s?)(?<b>\d{{1,2}})(?<t>\s?[-/.]\s?)(?<year>(19|20)\d{{2}}|\d{{2}})\b");
    private static readonly Pattern MonthYear = new(@"\b(?<a>\d{1,2})(?<s>[-/])(?<year>(19|20)\d{2})\b");
    private static readonly Pattern YearMonth = new(@"\b(?<year>(19|20)\d{2})[-/](0[1-9]|1[0-2])\b");
    private static readonly Pattern Compact = new(@"\b(?<year>(19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\b");
    private static readonly Pattern Cued = new(
        @"\b(?<cue>(seen|admitted|discharged|presented|operated|reviewed|transferred|died|born|done|taken|performed|started) on|on|since|until|from|dated|dob|d\.o\.b\.|born|date)[\s:]{1,3}(?<date>(?<a>\d{1,2})(?<s>[/.])(?<b>\d{1,2}))\b");

    private static readonly Pattern Labelled = new(@"\b(dob|d\.o\.b\.|born|born on|date of birth|dated?)[\s:]{1,3}(?<date>(?<a>\d{1,2})[\s./-](?<b>\d{1,2})[\s./-](?<year>(19|20)?\d{2}))\b");

    public IEnumerable<Finding> Find(string text) =>
        YearMonthDay.Everywhere(text).Where(match => IsFull(text, match)).Select(match => Dated(match, 0.97))
            .Concat(DayMonthYear.Everywhere(text).Where(match => IsFull(text, match) && IsDate(match)).Select(match => Dated(match, Long(match) ? 0.95 : 0.75)))
            .Concat(MonthYear.Everywhere(text).Where(match => IsMonthYear(text, match)).Select(match => Dated(match, 0.8)))
            .Concat(YearMonth.Everywhere(text).Where(match => Alone(text, match, match)).Select(match => Dated(match, 0.6)))
            .Concat(Compact.Everywhere(text).Where(match => Alone(text, match, match)).Select(match => Dated(match, 0.6)))
            .Concat(Cued.Everywhere(text).Where(match => IsCued(text, match))
                .Select(match => Context.Found(match.Groups["date"], IdentifierKind.Date, 0.75, "date.cued", "that day")))
            .Concat(Labelled.Everywhere(text).Where(match => IsDayAndMonth(match))
                .Select(match => Context.Found(match.Groups["date"], IdentifierKind.Date, 0.8, "date.labelled", Calendar.FullYear(match.Groups["year"].Value))));

    /// <summary>Whether a run of figures is a date written with separators; the telephone rules ask.</summary>
    public static bool IsDateAlone(string value) =>
        YearMonthDay.Everywhere(value).Concat(DayMonthYear.Everywhere(value)).Any(match => match.Length == value.Length && IsDayAndMonth(match));

    private static Finding Dated(Match match, double confidence) =>
        Context.Found(match, IdentifierKind.Date, confidence, "date.numeric", Calendar.YearAfter(match.Groups["on"].Value, match.Groups["year"].Value));

    private static bool Long(Match match) => match.Groups["year"].Length == 4;

    private static bool IsFull(string text, Match match) =>
        match.Groups["s"].Value.Trim() == match.Groups["t"].Value.Trim() && IsDayAndMonth(match)
        && Context.StandsAlone(text, Math.Min(match.Groups["a"].Index, match.Groups["year"].Index), match.Index + match.Length - Math.Min(match.Groups["a"].Index, match.Groups["year"].Index));

    // With two digits for the year, dots and dashes need all three parts in two digits, and blanks are not allowed.
    private static bool IsDate(Match match) =>
        Long(match) || match.Groups["s"].Length == 1 && match.Groups["t"].Length == 1
            && (match.Groups["s"].Value == "/" || match.Groups["a"].Length == 2 && match.Groups["b"].Length == 2);

    private static bool IsMonthYear(string text, Match match)
    {
        var month = match.Groups["a"];
        var padded = month.Value[0] == '0';
        return Calendar.IsMonth(month.Value) && Alone(text, match, match)
            && (padded || match.Groups["s"].Value == "/" && !(month.Value == "1" && match.Groups["year"].Value == "2000"));
    }

    private static bool IsCued(string text, Match match)
    {
        var (first, second, date) = (match.Groups["a"].Value, match.Groups["b"].Value, match.Groups["date"]);
        var padded = (first.Length == 2 && second.Length == 2) && (first[0] == '0' || second[0] == '0');
        var certain = match.Groups["cue"].ValueSpan.Contains(' ') || match.Groups["cue"].Value.StartsWith('d') || match.Groups["cue"].Value.StartsWith('D');
        // After "on", 15/5 may be a ventilator's pressures and 3/7 a duration, but 3/14 is the fourteenth of March.
        var monthFirst = Calendar.IsMonth(first) && int.Parse(second) > 12;
        return IsDayAndMonth(match) && Alone(text, match, date) && (padded || match.Groups["s"].Value == "/" && (certain || monthFirst))
            && Context.WordAfter(text, date.Index + date.Length) is not ("mmhg" or "power" or "strength" or "pain" or "cmh" or "days" or "weeks" or "mg" or "ml" or "occasions" or "patients" or "cases" or "samples" or "times");
    }

    private static bool IsDayAndMonth(Match match)
    {
        var (first, second) = (match.Groups["a"].Value, match.Groups["b"].Value);
        return Calendar.IsMonth(first) && Calendar.IsDay(second) || Calendar.IsDay(first) && Calendar.IsMonth(second);
    }

    private static bool Alone(string text, Match match, Capture part) =>
        Context.StandsAlone(text, part.Index, match.Index + match.Length - part.Index);
}
