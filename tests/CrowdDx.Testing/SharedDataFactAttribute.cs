using Xunit;

namespace CrowdDx.Testing;

/// <summary>A test on third-party data, which lies beside the working copy and not in it; skipped where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string file)
    {
        if (!File.Exists(PathOf(file)))
            Skip = $"The shared data is not there: ../shared/data/{file} beside the repository.";
    }

    /// <summary>Where a file of it is.</summary>
    public static string PathOf(string file) => Path.GetFullPath(Checkout.PathOf($"../shared/data/{file}"));
}
