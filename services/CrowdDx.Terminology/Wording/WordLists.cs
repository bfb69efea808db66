using System.Reflection;

namespace CrowdDx.Terminology.Wording;

/// <summary>The word lists in Words/, which are embedded in this assembly. A line that starts with # is a comment.</summary>
internal static class WordLists
{
    /// <summary>The lines of a list that say something, trimmed.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Words/{name}.txt")
            ?? throw new ArgumentException($"There is no list '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var text = line.Trim();
            if (text.Length > 0 && text[0] != '#')
                yield return text;
        }
    }

    /// <summary>The words of a list.</summary>
    public static IEnumerable<string> Words(string name) => Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The lines of a list as what stands before the sign and what stands after it.</summary>
    public static IEnumerable<(string Left, string Right)> Pairs(string name, string sign) => Lines(name).Select(line =>
    {
        var at = line.IndexOf(sign, StringComparison.Ordinal);
        return at > 0 ? (line[..at].Trim(), line[(at + sign.Length)..].Trim()) : throw new InvalidOperationException($"'{line}' in '{name}' has no '{sign}'.");
    });
}
