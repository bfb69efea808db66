using System.CommandLine;
using System.Text.Json;

using CrowdDx.Cli.Replay;
using CrowdDx.Cli.Terminal;

namespace CrowdDx.Cli.Tests;

/// <summary>The command line as a person would use it, in a folder of its own.</summary>
internal sealed class ReplayTool(FakeService service) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crowddx-replay-");

    public string Input => Path.Combine(_folder.FullName, "cases.jsonl");

    public string State => Path.Combine(_folder.FullName, "state.json");

    public ReplayTool With(params string[] lines)
    {
        File.WriteAllLines(Input, lines);
        return this;
    }

    public Task<Ran> RunAsync(params string[] more) =>
        RunAsync(["replay", "--url", service.Url, "--key", FakeService.OperatorKey, "--input", Input, "--state", State, "--run", "test", "--json", .. more], default);

    public static async Task<Ran> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new InvocationConfiguration { Output = output, Error = TextWriter.Synchronized(error) };
        var code = await new CrowdDxTool("Test").With(ReplayCommand.Create).RunAsync(arguments, terminal, cancellationToken);
        return new(code, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>What a run of the command line ended with.</summary>
internal sealed record Ran(int Code, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public Ran Ended(int code)
    {
        Assert.True(Code == code, $"exit code {Code}\n{Error}\n{Output}");
        return this;
    }
}
