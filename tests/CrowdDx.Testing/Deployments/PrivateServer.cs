using System.Diagnostics;

using Xunit;

namespace CrowdDx.Testing.Deployments;

/// <summary>A server of a test's own, which may be killed. <c>tests/services.sh</c> runs it, and ends it when this process ends.</summary>
public sealed class PrivateServer : IAsyncDisposable
{
    private const string Serving = "serving ";

    private readonly Process _process;

    private PrivateServer(Process process) => _process = process;

    /// <summary>Where it listens: a connection string of PostgreSQL, an <c>amqp</c> address of RabbitMQ.</summary>
    public string Address { get; private set; } = "";

    /// <param name="folder">Where its data goes; otherwise where temporary files go.</param>
    /// <param name="settings">Of <c>postgres</c>, which win over those of the tests.</param>
    public static Task<PrivateServer> PostgreSqlAsync(string? folder = null, string settings = "") => StartAsync("postgresql", folder, settings);

    /// <param name="folder">Where its data goes; otherwise where temporary files go.</param>
    public static Task<PrivateServer> RabbitMqAsync(string? folder = null) => StartAsync("rabbitmq", folder, settings: "");

    /// <summary>Ends it as a power cut would: nothing is flushed, nobody is told.</summary>
    public Task KillAsync() => ObeyAsync("kill");

    /// <summary>Starts it again on the same data and port, unless it runs.</summary>
    public Task StartAgainAsync() => ObeyAsync("start");

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<PrivateServer> StartAsync(string kind, string? folder, string settings)
    {
        var start = new ProcessStartInfo("bash", [Checkout.PathOf("tests/services.sh"), kind])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["POSTGRESQL_SETTINGS"] = settings;
        if (folder is not null)
            start.Environment["TMPDIR"] = folder;
        var server = new PrivateServer(Process.Start(start)!);
        server.Address = (await server.SaysAsync(line => line.StartsWith(Serving, StringComparison.Ordinal)))[Serving.Length..];
        return server;
    }

    private async Task ObeyAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
        Assert.Equal("done", await SaysAsync(line => line is "done" or "failed"));
    }

    private async Task<string> SaysAsync(Func<string, bool> isIt)
    {
        var said = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (isIt(line))
                return line;
            said.Add(line);
        }
        throw new InvalidOperationException($"The server ended. It said:\n{string.Join('\n', said)}");
    }
}
