namespace CrowdDx.Cli.Tests;

/// <summary>A test on the public dermatology file, which lies beside the repository and not in it.</summary>
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (Dermatology.Length == 0)
            Skip = "The shared data is not there: ../shared/data/dermatology-ddx/cases.jsonl beside the repository.";
    }

    /// <summary>Path of the file; empty where there is none.</summary>
    public static string Dermatology { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "..", "shared", "data", "dermatology-ddx", "cases.jsonl");
            if (File.Exists(file))
                return Path.GetFullPath(file);
        }

        return "";
    }
}
