using CrowdDx.Testing;

namespace CrowdDx.Browser.Tests.Stage;

/// <summary>A test in a real browser; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public const string NoBrowser = $"Chromium is not at {Chromium.Executable}; tests/run.sh installs it.";

    public BrowserFactAttribute()
    {
        if (!Chromium.IsThere)
            Skip = NoBrowser;
    }
}

/// <summary>A test with several rows in a real browser; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (!Chromium.IsThere)
            Skip = BrowserFactAttribute.NoBrowser;
    }
}

/// <summary>A test in a real browser on third-party data, which lies beside the working copy and not in it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataBrowserFactAttribute : FactAttribute
{
    public SharedDataBrowserFactAttribute(string file)
    {
        if (!Chromium.IsThere)
            Skip = BrowserFactAttribute.NoBrowser;
        else if (!File.Exists(PathOf(file)))
            Skip = $"The shared data is not there: ../shared/data/{file} beside the repository.";
    }

    /// <summary>Where a file of it is.</summary>
    public static string PathOf(string file) => Path.GetFullPath(Checkout.PathOf($"../shared/data/{file}"));
}
