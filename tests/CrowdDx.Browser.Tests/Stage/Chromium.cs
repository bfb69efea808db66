using Microsoft.Playwright;

namespace CrowdDx.Browser.Tests.Stage;

/// <summary>Debian's Chromium. Nothing is downloaded by Playwright, and nothing that a browser does on its own goes out.</summary>
internal static class Chromium
{
    public const string Executable = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public static bool IsThere => File.Exists(Executable);

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright)
        => playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments, Headless = true });
}
