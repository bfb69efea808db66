namespace CrowdDx.Ranking.Tests;

/// <summary>A test on third-party data, skipped where the data is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string file)
    {
        if (!File.Exists(SharedData.PathOf(file)))
            Skip = $"The shared data is not there: ../shared/data/{file} beside the repository";
    }
}

internal static class SharedData
{
    public static string PathOf(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CrowdDx.sln")) && !Path.Exists(Path.Combine(folder.FullName, ".git")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? AppContext.BaseDirectory, "..", "shared", "data", file);
    }
}
