using System.Text.RegularExpressions;

namespace CrowdDx.Data.Requests;

/// <summary>Collects what is wrong with the fields of a request, so that all of it is said at once.</summary>
public sealed partial class FieldErrors
{
    /// <summary>Longest slug, in characters.</summary>
    public const int SlugLength = 40;

    /// <summary>Longest language tag, in characters.</summary>
    public const int LanguageLength = 20;

    private static readonly string LanguageRemedy = $"Use a BCP 47 tag such as en or pt-BR, of at most {LanguageLength} characters.";

    private readonly SortedDictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    /// <summary>True where nothing is wrong.</summary>
    public bool None => _errors.Count == 0;

    /// <summary>Notes that a field breaks a rule.</summary>
    /// <param name="field">JSON path without <c>$.</c>, such as <c>patient.ageYears</c>.</param>
    /// <param name="remedy">The rule, as what to do.</param>
    public void Add(string field, string remedy)
    {
        if (!_errors.TryGetValue(field, out var remedies))
            _errors[field] = remedies = [];
        remedies.Add(remedy);
    }

    /// <summary>A text that must be there.</summary>
    public void Required(string field, string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
            Add(field, "Say something here.");
        else
            Optional(field, text, longest);
    }

    /// <summary>A text that may be missing.</summary>
    public void Optional(string field, string? text, int longest)
    {
        if (text is null)
            return;
        if (text.Length > longest)
            Add(field, $"At most {longest} characters; these are {text.Length}.");
        if (HasUnstorable(text))
            Add(field, "Remove control characters and broken Unicode.");
    }

    /// <summary>Short lower-case words, such as specialties.</summary>
    public void Slugs(string field, IReadOnlyList<string>? slugs, int most)
        => Each(field, slugs, most, slug => slug is { Length: <= SlugLength } && SlugShape().IsMatch(slug), $"Use lower-case letters, digits and hyphens, at most {SlugLength}.");

    /// <summary>Language tags.</summary>
    public void Languages(string field, IReadOnlyList<string>? tags, int most) => Each(field, tags, most, IsLanguage, LanguageRemedy);

    /// <summary>A language tag that may be missing.</summary>
    public void Language(string field, string? tag)
    {
        if (tag is not null && !IsLanguage(tag))
            Add(field, LanguageRemedy);
    }

    /// <summary>As a problem's <c>errors</c> member.</summary>
    public IReadOnlyDictionary<string, string[]> ToDictionary()
        => _errors.ToDictionary(error => error.Key, error => error.Value.ToArray(), StringComparer.Ordinal);

    private void Each(string field, IReadOnlyList<string>? items, int most, Predicate<string?> isGood, string remedy)
    {
        if (items is null)
            return;
        if (items.Count > most)
        {
            Add(field, $"At most {most}; these are {items.Count}.");
            return;
        }
        for (var i = 0; i < items.Count; i++)
        {
            if (!isGood(items[i]))
                Add($"{field}[{i}]", remedy);
        }
    }

    private static bool IsLanguage(string? tag) => tag is { Length: <= LanguageLength } && LanguageShape().IsMatch(tag);

    // BCP 47, the plain forms.
    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageShape();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SlugShape();

    private static bool HasUnstorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t'))
                return true;
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }
        return false;
    }
}
