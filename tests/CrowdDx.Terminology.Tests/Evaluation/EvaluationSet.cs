using System.Runtime.CompilerServices;

namespace CrowdDx.Terminology.Tests.Evaluation;

/// <summary>A phrase and what it means; see the README beside.</summary>
internal sealed record LabelledPhrase(string Half, string Kind, string Phrase, string[] Specialties, string Expected);

/// <summary>Two phrases, and whether a board may merge them without asking.</summary>
internal sealed record LabelledPair(string Half, bool IsSame, string One, string Other);

/// <summary>The test set as it lies beside.</summary>
internal static class EvaluationSet
{
    public static IReadOnlyList<LabelledPhrase> Phrases { get; } =
        [.. Rows("phrases.tsv").Select(row => new LabelledPhrase(row[0], row[1], row[2], row[3].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), row[4]))];

    public static IReadOnlyList<LabelledPair> Pairs { get; } = [.. Rows("pairs.tsv").Select(row => new LabelledPair(row[0], row[1] == "same", row[2], row[3]))];

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(Path.Combine(Folder(), file)).Where(line => line.Length > 0).Select(line => line.Split('\t'));

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
