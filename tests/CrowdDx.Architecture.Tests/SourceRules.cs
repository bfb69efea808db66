using System.Text.RegularExpressions;

namespace CrowdDx.Architecture.Tests;

/// <summary>What the sources may say. Each rule returns its violations as sentences.</summary>
internal static partial class SourceRules
{
    private static readonly string[] WithoutNamespace = ["Program.cs", "GlobalUsings.cs", "AssemblyInfo.cs"];

    /// <summary>Comments may name what the code may not use.</summary>
    public static IEnumerable<string> PureCode(Repository repository) =>
        from rule in Table.Projects
        where rule.Kind == Kind.Pure
        from path in repository.Sources(rule.Folder)
        from line in repository.Lines(path).Select((text, index) => (Text: text.TrimStart(), Number: index + 1))
        where !line.Text.StartsWith("//", StringComparison.Ordinal)
        from word in Table.NotInPureCode
        where line.Text.Contains(word, StringComparison.Ordinal)
        select $"{path}:{line.Number} mentions {word}; {rule.Name} is pure: take a value instead.";

    public static IEnumerable<string> Readmes(Repository repository) =>
        from project in repository.Projects
        where project.Rule is { Kind: Kind.Pure or Kind.Library }
        let readme = $"{project.Folder}/README.md"
        where !repository.Exists(readme)
        select $"{readme} is missing: what the library is for, its messages in and out, its invariants, what happens when a dependency fails.";

    public static IEnumerable<string> FileSizes(Repository repository, IReadOnlyDictionary<string, string> longFiles)
    {
        var tooLong = repository.Sources("services", "gateway").Where(path => !IsGenerated(path))
            .Select(path => (Path: path, Lines: repository.Lines(path).Count()))
            .Where(file => file.Lines > Table.MaxLines)
            .ToDictionary(file => file.Path, file => file.Lines, StringComparer.Ordinal);
        return
        [
            .. from file in tooLong
               where !longFiles.ContainsKey(file.Key)
               select $"{file.Key} has {file.Value} lines; at most {Table.MaxLines}, or an entry with a reason in Table.LongFiles.",
            .. from entry in longFiles
               where !tooLong.ContainsKey(entry.Key)
               select $"{entry.Key} is in Table.LongFiles and is not too long; remove the entry.",
            .. from entry in longFiles
               where string.IsNullOrWhiteSpace(entry.Value)
               select $"{entry.Key} is in Table.LongFiles without a reason.",
        ];
    }

    public static IEnumerable<string> Namespaces(Repository repository) =>
        from path in repository.Sources("services", "gateway", "tests")
        where !IsGenerated(path)
        let parts = path.Split('/')
        let expected = string.Join('.', parts[1..^1])
        let actual = repository.Lines(path).Select(line => Namespace().Match(line)).FirstOrDefault(match => match.Success)?.Groups["name"].Value
        where actual is null ? !WithoutNamespace.Contains(parts[^1], StringComparer.Ordinal) : actual != expected
        select $"{path} has {(actual is null ? "no namespace" : $"the namespace {actual}")}; its folder says {expected}.";

    private static bool IsGenerated(string path) => GeneratedMigration().IsMatch(path);

    [GeneratedRegex(@"^services/CrowdDx\.Migrations\.\w+/(.*/)?(\d{14}_\w+(\.Designer)?|\w+ModelSnapshot)\.cs$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GeneratedMigration();

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Namespace();
}
