namespace CrowdDx.Testing;

/// <summary>The working copy that the tests were built in.</summary>
public static class Checkout
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder in it.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>A file that a project of it was built to, with the configuration and framework that the tests were built with.</summary>
    public static string BuiltFile(string project, string file)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var built = Path.Combine(Root, project, "bin", framework.Parent!.Name, framework.Name, file);
        return File.Exists(built) ? built : throw new FileNotFoundException($"{built} is not there: build {project} first.", built);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CrowdDx.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No CrowdDx.sln is above {AppContext.BaseDirectory}.");
    }
}
