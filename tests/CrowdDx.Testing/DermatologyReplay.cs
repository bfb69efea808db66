using System.Text.Json.Nodes;

using Xunit;

namespace CrowdDx.Testing;

/// <summary>
/// 974 cases of real differentials by dermatologists, through the command line into a running service, both as they are installed.
/// The expected values come from an independent script in double precision.
/// </summary>
public static class DermatologyReplay
{
    /// <summary>The data, beside the repository.</summary>
    public const string File = "dermatology-ddx/cases.jsonl";

    private const int Cases = 974;
    private const int Answers = 4761;
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(15);

    /// <summary>Replays all of it, and fails where the summary is not the known one or anything was refused.</summary>
    /// <param name="url">Where the service listens.</param>
    /// <param name="op">An operator.</param>
    /// <param name="folder">Where the command keeps its state.</param>
    /// <returns>The command's report.</returns>
    public static async Task<JsonNode> RunAsync(string url, Person op, string folder)
    {
        var key = new Dictionary<string, string>(StringComparer.Ordinal) { ["CROWDDX_KEY"] = op.Key };
        var run = await CommandRun.ToEndAsync(
            folder, Deadline, key,
            "dotnet", Checkout.BuiltFile("services/CrowdDx.Cli", "crowddx.dll"),
            "replay", "--url", url, "--input", SharedDataFactAttribute.PathOf(File), "--run", "derm", "--specialty", "dermatology", "--json");

        var report = JsonNode.Parse(run.Succeeded().Output)!;
        Assert.Empty(report["errors"]!.AsArray());
        Assert.Equal((Cases, Answers), ((int)report["cases"]!, (int)report["newAnswers"]!));
        var digest = report["digest"]!;
        Assert.Equal((Cases, Answers), ((int)digest["cases"]!, (int)digest["answers"]!));
        Assert.Equal(0.583266, (double)digest["meanMaxShare"]!, 5e-7);
        Assert.Equal(0.999365, (double)digest["meanEntropyNats"]!, 5e-7);
        Assert.Equal(3.8819, (double)digest["meanDistinct"]!, 5e-5);
        Assert.Equal((115, 74), ((int)digest["tied"]!, (int)digest["single"]!));
        return report;
    }
}
