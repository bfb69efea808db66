using CrowdDx.Testing;

namespace CrowdDx.Worker.Tests.Operating;

/// <summary>The command line as an operator runs it: a process of its own, with a key in the environment.</summary>
internal static class CommandLine
{
    public static Task<CommandRun> RunAsync(string? key, params string[] arguments)
        => CommandRun.ToEndAsync(
            Path.GetTempPath(),
            TimeSpan.FromMinutes(2),
            key is null ? new Dictionary<string, string>(StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal) { ["CROWDDX_KEY"] = key },
            "dotnet",
            [Checkout.BuiltFile("services/CrowdDx.Cli", "crowddx.dll"), .. arguments]);
}
