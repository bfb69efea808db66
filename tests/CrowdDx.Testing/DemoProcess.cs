namespace CrowdDx.Testing;

/// <summary>The demonstration as a process of its own, started as a newcomer starts it: with <c>--demo</c> and nothing else.</summary>
public sealed class DemoProcess : IAsyncDisposable
{
    private const string Switch = "--demo";
    // In the last of the lines that say where to look.
    private const string LastSaid = "/api/v1/inbox";
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crowddx-demonstration-");
    private readonly GatewayRun _run;

    private DemoProcess(string? environment, string[] arguments) => _run = GatewayRun.Begin(_folder.FullName, [Switch, .. arguments], environment);

    /// <summary>What it wrote, line by line.</summary>
    public IReadOnlyList<string> Output => _run.Output;

    /// <summary>Starts it, and waits until it has said where to look.</summary>
    public static async Task<DemoProcess> StartAsync()
    {
        var demo = new DemoProcess(environment: null, []);
        try
        {
            await demo._run.SaidAsync(LastSaid, Deadline);
            return demo;
        }
        catch
        {
            await demo.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs it in circumstances that it is to refuse, until it ends by itself.</summary>
    public static async Task<(int ExitCode, string Output)> RefusalAsync(string? environment, params string[] arguments)
    {
        await using var demo = new DemoProcess(environment, arguments);
        var code = await demo._run.EndedAsync(Deadline);
        return (code, string.Join('\n', demo.Output));
    }

    /// <summary>The link printed for somebody, by the first word of its line.</summary>
    public string LinkOf(string person)
    {
        var line = Output.Single(line => line.TrimStart().StartsWith(person, StringComparison.Ordinal));
        return line[line.IndexOf("http://", StringComparison.Ordinal)..];
    }

    public async ValueTask DisposeAsync()
    {
        await _run.KillAsync();
        _folder.Delete(recursive: true);
    }
}
