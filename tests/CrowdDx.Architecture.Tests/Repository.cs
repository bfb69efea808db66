using System.Xml.Linq;

namespace CrowdDx.Architecture.Tests;

/// <summary>The project files and sources below a root; paths are relative to it, with forward slashes.</summary>
internal sealed class Repository(string root)
{
    private static readonly string[] Areas = ["services", "gateway", "tests", "build"];
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules"];

    public static Repository Here { get; } = new(FindRoot(AppContext.BaseDirectory));

    public string SolutionPath => Path.Combine(root, "CrowdDx.sln");

    public IReadOnlyList<ProjectFile> Projects { get; } =
        [.. Files(root, Areas, "*.*proj").Select(path => new ProjectFile(path, XDocument.Load(Path.Combine(root, path))))];

    /// <summary>Directory.Build.props and the like: what every project below them inherits.</summary>
    public IReadOnlyList<ProjectFile> Inherited { get; } =
        [.. Files(root, Areas, "Directory.*").Concat(Directory.EnumerateFiles(root, "Directory.*").Select(path => Path.GetFileName(path)))
            .Where(path => path.EndsWith(".props", StringComparison.Ordinal) || path.EndsWith(".targets", StringComparison.Ordinal))
            .Select(path => new ProjectFile(path, XDocument.Load(Path.Combine(root, path))))];

    public IEnumerable<string> Sources(params string[] areas) => Files(root, areas, "*.cs");

    public IEnumerable<string> Lines(string path) => File.ReadLines(Path.Combine(root, path));

    public bool Exists(string path) => File.Exists(Path.Combine(root, path));

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            // In a linked work tree .git is a file.
            if (File.Exists(Path.Combine(folder.FullName, "CrowdDx.sln")) || Path.Exists(Path.Combine(folder.FullName, ".git")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No CrowdDx.sln and no .git in {start} or above it.");
    }

    private static IEnumerable<string> Files(string root, string[] areas, string pattern) =>
        areas.Select(area => Path.Combine(root, area))
            .Where(Directory.Exists)
            .SelectMany(area => Directory.EnumerateFiles(area, pattern, SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Intersect(NotOurs, StringComparer.Ordinal).Any())
            .Order(StringComparer.Ordinal);
}

internal sealed record ProjectFile(string Path, XDocument Xml)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public ProjectRule? Rule => Table.Projects.SingleOrDefault(rule => rule.Name == Name);

    /// <summary>Whatever its condition: a reference that is only sometimes there is a reference.</summary>
    public IEnumerable<string> ProjectReferences =>
        Includes("ProjectReference").Select(path => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    public IEnumerable<string> Includes(string item) => Items(item)
        .SelectMany(element => ((string?)element.Attribute("Include") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public IEnumerable<XElement> Items(string item) => Xml.Descendants().Where(element => element.Name.LocalName == item);
}
