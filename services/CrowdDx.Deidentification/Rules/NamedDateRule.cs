using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CrowdDx.Deidentification.Rules;

/// <summary>
/// (C) Dates that name the month together with a day, a year or both: "14 March 2024", "on the 14th of March", "Mar 14th", "March 2024".
/// "may" the verb, "march" the verb, and the abbreviations OCT, SEP and MAR, which are also tests and charts, need more than a number beside them.
/// </summary>
internal sealed class NamedDateRule : IIdentifierRule
{
    private const string Ordinal = "(?<ordinal>st|nd|rd|th)";
    private const string DayWord = "(twenty|thirty)[ -]first|twenty[ -](second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth";
    private const string Range = @"(?<range>\s?(-|–|—|/|&|,|to|and|until)\s?\d{1,2}(st|nd|rd|th)?\b){0,3}";
    private const string YearAtEnd = @"(\.?[\s,.-]{1,3}(of\s|in\s)?(?<year>(19|20)\d{2})\b|\.?[\s,]{0,2}['’](?<short>\d{2})\b|-(?<short>\d{2})\b)?";

    private static readonly Pattern DayFirst = new(
        $@"(?<on>\bon\s{{1,3}})?(\b({Calendar.Weekday})[.,]{{0,2}}\s{{1,3}})?(?<the>\bthe\s{{1,3}})?(\b(?<day>\d{{1,2}}){Ordinal}?{Range}[\s.-]{{0,3}}(?<of>of\s{{1,3}})?|\b(?<word>{DayWord})\s(?<of>of\s{{1,3}}))(?<month>{Calendar.Month})(\b|(?<glued>(19|20)\d{{2}}\b)){YearAtEnd}");

    private static readonly Pattern MonthFirst = new(
        $@"(?<on>\bon\s{{1,3}})?(\b({Calendar.Weekday})[.,]{{0,2}}\s{{1,3}})?\b(?<month>{Calendar.Month})\b\.?[\s-]{{1,3}}(the\s)?((?<day>\d{{1,2}}){Ordinal}?\b{Range}|(?<word>{DayWord})\b)(,?\s{{1,3}}(of\s|in\s)?(?<year>(19|20)\d{{2}})\b|,?\s{{0,2}}['’](?<short>\d{{2}})\b)?");

    private static readonly Pattern MonthAndYear = new(
        $@"\b((?<first>{Calendar.Month})\b\.?\s?(-|–|/|to|and|or|until)\s?)?(?<month>{Calendar.Month})(\b\.?[\s,/-]{{0,3}}(of\s|in\s)?(?<year>(19|20)\d{{2}})|\s?['’](?<short>\d{{2}})|-(?<short>\d{{2}}))\b");

    private static readonly Pattern YearFirst = new($@"\b(?<year>(19|20)\d{{2}})[\s,-]{{1,2}}(?<month>{Calendar.Month})\b(\.?[\s-]{{1,2}}(?<day>\d{{1,2}})\b)?");

    private static readonly FrozenSet<string> AfterTheVerb = FrozenSet.ToFrozenSet(
    [
        "be", "have", "has", "also", "not", "need", "reflect", "represent", "indicate", "suggest", "cause", "present", "require", "show", "still", "only", "even",
        "well", "then", "develop", "occur", "include", "explain", "benefit", "contribute", "respond", "account", "become", "get", "take", "mean", "help", "appear",
        "never", "lead", "result", "point", "increase", "decrease", "or", "give", "make", "improve", "persist", "seem", "experience", "lose", "fail", "continue",
    ]);

    private static readonly FrozenSet<string> Units = FrozenSet.ToFrozenSet(
    [
        "mg", "g", "mcg", "ml", "l", "mmol", "mmhg", "kg", "cm", "mm", "km", "miles", "years", "year", "weeks", "week", "days", "months", "hours", "minutes", "times",
        "patients", "points", "units", "percent", "beats", "letters", "lines", "x",
    ]);

    public IEnumerable<Finding> Find(string text) =>
        DayFirst.Everywhere(text).Where(match => IsDayFirst(text, match)).Select(match => Day(match, "date.named"))
            .Concat(MonthFirst.Everywhere(text).Where(match => IsMonthFirst(text, match)).Select(match => Day(match, "date.named")))
            .Concat(MonthAndYear.Everywhere(text).Where(match => IsMonthAndYear(text, match)).Select(match => Day(match, "date.month")))
            .Concat(YearFirst.Everywhere(text).Where(match => IsYearFirst(text, match)).Select(match => Day(match, "date.named")));

    private static Finding Day(Match match, string rule)
    {
        var year = Year(match);
        var on = match.Groups["on"];
        if (year.Length > 0)
            return Context.Found(match, IdentifierKind.Date, 0.97, rule, Calendar.YearAfter(on.Value, year));
        var suggestion = match.Groups["range"].Success ? "those days" : "that day";
        return Context.Found(match.Index + on.Length, match.Length - on.Length, IdentifierKind.Date, 0.9, rule, suggestion);
    }

    private static string Year(Match match) =>
        match.Groups["year"].Success ? match.Groups["year"].Value
        : match.Groups["glued"].Success ? match.Groups["glued"].Value
        : match.Groups["short"].Value;

    private static bool IsDayFirst(string text, Match match)
    {
        var (month, end) = (match.Groups["month"].Value, match.Index + match.Length);
        var day = match.Groups["day"];
        if (day.Success && (!Calendar.IsDay(day.Value) || !Opens(text, day.Index)))
            return false;
        if (Year(match).Length > 0)
            return true;
        var certain = match.Groups["ordinal"].Success || match.Groups["of"].Success;
        if (Is(month, "may") && !match.Groups["of"].Success && AfterTheVerb.Contains(Context.WordAfter(text, end)))
            return false;
        return certain ? !Context.WordAfter(text, end).StartsWith("fracture", StringComparison.Ordinal) : IsWritten(month) && !IsTest(month);
    }

    private static bool IsMonthFirst(string text, Match match)
    {
        var (month, end) = (match.Groups["month"].Value, match.Index + match.Length);
        if (match.Groups["day"].Success && !Calendar.IsDay(match.Groups["day"].Value))
            return false;
        if (!Closes(text, end))
            return false;
        if (Year(match).Length > 0 || match.Groups["ordinal"].Success)
            return true;
        if (match.Groups["word"].Success)
            return char.IsUpper(month[0]) && !Is(month, "may");
        return IsWritten(month) && !IsTest(month) && !Units.Contains(Context.WordAfter(text, end));
    }

    private static bool IsMonthAndYear(string text, Match match) =>
        (match.Groups["year"].Success && !match.ValueSpan.Contains(" in ", StringComparison.Ordinal) || char.IsUpper(match.Groups["month"].Value[0]))
        && Closes(text, match.Index + match.Length);

    private static bool IsYearFirst(string text, Match match)
    {
        var month = match.Groups["month"].Value;
        var day = match.Groups["day"];
        return Context.Before(text, match.Index) is not ('.' or '/' or '-') && IsWritten(month) && !IsTest(month)
            && (day.Success ? Calendar.IsDay(day.Value) && Closes(text, match.Index + match.Length)
                : match.Value[4] == '-' || !Is(month, "may") && !Is(month, "march"));
    }

    private static bool Opens(string text, int offset) =>
        !(Context.Before(text, offset) is '.' or ',' or '/' or ':' or '-' or '+' && char.IsLetterOrDigit(Context.Before(text, offset - 1)));

    private static bool Closes(string text, int end) =>
        Context.At(text, end) is not ('%' or '°') && !(Context.At(text, end) is '.' or '/' or ':' && char.IsAsciiDigit(Context.At(text, end + 1)));

    // "14 june" is a date in small letters; "14 may", "dec 20" and "march 10" may be something else.
    private static bool IsWritten(string month) => char.IsUpper(month[0]) || month.Length > 4 && !Is(month, "march") || month is "june" or "july";

    // Optical coherence tomography, somatosensory evoked potential, medication administration record.
    private static bool IsTest(string month) => month is "OCT" or "SEP" or "MAR" or "DEC";

    private static bool Is(string month, string name) => month.Equals(name, StringComparison.OrdinalIgnoreCase);
}
