using System.Diagnostics.CodeAnalysis;

namespace CrowdDx.Data.Requests;

/// <summary>An enum in a path or query, written as it is in JSON: camelCase, and never a number.</summary>
/// <param name="Value">The value.</param>
public readonly record struct OneOf<TEnum>(TEnum Value) : IParsable<OneOf<TEnum>> where TEnum : struct, Enum
{
    /// <inheritdoc />
    public static OneOf<TEnum> Parse(string s, IFormatProvider? provider)
        => TryParse(s, provider, out var one) ? one : throw new FormatException($"Not one of {string.Join(", ", Enum.GetNames<TEnum>())}.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OneOf<TEnum> result)
    {
        result = default;
        // One name: the framework would also take a list of them and add it up.
        if (s is not { Length: > 0 } || !char.IsAsciiLetterLower(s[0]) || s.Contains(',', StringComparison.Ordinal)
            || !Enum.TryParse<TEnum>(char.ToUpperInvariant(s[0]) + s[1..], ignoreCase: false, out var value))
        {
            return false;
        }
        result = new(value);
        return true;
    }
}
