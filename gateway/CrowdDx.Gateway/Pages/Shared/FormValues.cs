using CrowdDx.Data.Requests;

namespace CrowdDx.Gateway.Pages.Shared;

/// <summary>Reads what a form sent. A missing or empty field is null; what is no value of an enum is null too, and the operation says what it wants.</summary>
internal static class FormValues
{
    public static string? Text(this IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } text ? Lines(text) : null;

    public static int? Number(this IFormCollection form, string name) => int.TryParse(form[name], out var number) ? number : null;

    public static bool Flag(this IFormCollection form, string name) => form[name].Count > 0;

    public static TEnum? Choice<TEnum>(this IFormCollection form, string name) where TEnum : struct, Enum
        => OneOf<TEnum>.TryParse(form[name], null, out var one) ? one.Value : null;

    public static IReadOnlyList<TEnum> Choices<TEnum>(this IFormCollection form, string name) where TEnum : struct, Enum
        => [.. form[name].Select(text => OneOf<TEnum>.TryParse(text, null, out var one) ? one.Value : (TEnum?)null).OfType<TEnum>()];

    public static IReadOnlyList<Guid> Ids(this IFormCollection form, string name)
        => [.. form[name].Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>()];

    /// <summary>Words separated by commas or spaces, in lower case.</summary>
    public static IReadOnlyList<string>? Words(this IFormCollection form, string name)
        => form[name].ToString().ToLowerInvariant().Split([',', ';', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? words : null;

    // Browsers send line breaks as CR LF; offsets of findings are counted as the reader sees the text.
    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}
