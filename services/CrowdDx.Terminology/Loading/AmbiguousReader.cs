namespace CrowdDx.Terminology.Loading;

/// <summary>Reads the declarations of abbreviations with several senses: a line each, <c>MS: multiple-sclerosis; mitral-stenosis; other</c>.</summary>
internal static class AmbiguousReader
{
    private const string Other = "other";

    public static void Read(string file, TextReader reader, TerminologyDraft draft)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith("# ", StringComparison.Ordinal) || line == "#")
                continue;
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var senses = colon > 0 ? line[(colon + 2)..].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
            if (senses.Length < 2)
                draft.Problems.Add(new(file, number, "A line is an abbreviation, a colon, a space, and two or more ids (or 'other') with '; ' between them."));
            else
                draft.Ambiguous.Add(new(new(line[..colon].Trim(), [.. senses.Where(sense => sense != Other)], senses.Contains(Other)), file, number));
        }
    }
}
