using System.Text.RegularExpressions;

namespace CrowdDx.Deidentification.Rules;

/// <summary>
/// A regular expression on the engine that does not backtrack, whose time is linear in the text whatever the text is. The engine has no lookaround:
/// what may stand before and after is asked of <see cref="Context"/>. Case is ignored and only named groups capture.
/// </summary>
internal sealed class Pattern(string expression)
{
    private readonly Regex _regex = new(
        expression, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>Matches that follow one another. For expressions of unbounded length.</summary>
    public IEnumerable<Match> In(string text)
    {
        for (var match = _regex.Match(text); match.Success; match = match.NextMatch())
            yield return match;
    }

    /// <summary>A match from each position that has one, overlapping or not, so that a candidate refused does not hide the next. For expressions of bounded length.</summary>
    public IEnumerable<Match> Everywhere(string text)
    {
        for (var match = _regex.Match(text); match.Success && match.Index < text.Length; match = _regex.Match(text, match.Index + 1))
            yield return match;
    }

    /// <summary>Whether the expression, which then should be anchored, matches the value.</summary>
    public bool Accepts(string value) => _regex.IsMatch(value);
}
