namespace CrowdDx.Deidentification.Tests;

/// <summary>A test over real cases that are not part of the repository: skipped, with the reason, where the file is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (CasesPath is null)
            Skip = "The shared data is not there: ../shared/data/clinical-cases/cases.jsonl beside the repository.";
    }

    /// <summary>Where the cases are, or null.</summary>
    public static string? CasesPath { get; } = Locate();

    private static string? Locate()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CrowdDx.sln")) && !Path.Exists(Path.Combine(folder.FullName, ".git")))
            folder = folder.Parent;
        if (folder is null)
            return null;
        var path = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data", "clinical-cases", "cases.jsonl"));
        return File.Exists(path) ? path : null;
    }
}
