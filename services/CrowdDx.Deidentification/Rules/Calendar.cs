namespace CrowdDx.Deidentification.Rules;

/// <summary>The words and ranges of dates that the date rules share.</summary>
internal static class Calendar
{
    public const string Month =
        "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec";

    public const string Weekday = "(mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun";

    public const string Year = @"(19|20)\d{2}";

    public static bool IsMonth(string number) => int.Parse(number) is >= 1 and <= 12;

    public static bool IsDay(string number) => int.Parse(number) is >= 1 and <= 31;

    /// <summary>A year of four digits; of two digits, below 40 is of this century. There is no clock here to ask.</summary>
    public static string FullYear(string digits) => digits.Length switch
    {
        4 => digits,
        _ => int.Parse(digits) < 40 ? "20" + digits : "19" + digits,
    };

    /// <summary>"in 2024" where the text said "on 14 March 2024", else "2024".</summary>
    public static string YearAfter(string lead, string year) =>
        lead.Length == 0 ? FullYear(year) : (lead[0] == 'O' ? "In " : "in ") + FullYear(year);
}
