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
        if (s is not { Length: > 0 } || !char.IsAsciiLetterLower(s[0]))
            return false;
        var name = char.ToUpperInvariant(s[0]) + s[1..];
        // TryParse also takes several names, of flags, and blanks around them.
        if (!Enum.TryParse<TEnum>(name, ignoreCase: false, out var value) || value.ToString() != name)
            return false;
        result = new(value);
        return true;
    }
}
