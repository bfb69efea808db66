namespace CrowdDx.Gateway.Tests.Documents;

/// <summary>The repository that these tests were built from.</summary>
internal static class SourceTree
{
    private static readonly string Root = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The C# sources below a folder.</summary>
    public static IEnumerable<string> Sources(string folder)
        => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(File.ReadAllText);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CrowdDx.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("No CrowdDx.sln above the tests.");
        return folder.FullName;
    }
}
