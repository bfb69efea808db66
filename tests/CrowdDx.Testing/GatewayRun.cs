using System.Diagnostics;

using Xunit;

namespace CrowdDx.Testing;

/// <summary>One life of a process of ours (a gateway, unless said otherwise), and what it wrote.</summary>
internal sealed class GatewayRun
{
    private readonly Process _process;
    private readonly List<string> _output = [];

    private GatewayRun(Process process) => _process = process;

    public IReadOnlyList<string> Output
    {
        get
        {
            lock (_output)
                return [.. _output];
        }
    }

    /// <summary>Whether it runs no more.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Starts the gateway of this repository, built with the configuration that the tests were built with, in an environment or in none.</summary>
    public static GatewayRun Begin(string folder, IEnumerable<string> arguments, string? environment = "Production")
        => Begin("gateway/CrowdDx.Gateway", folder, arguments, environment);

    /// <summary>Starts a host of this repository by its project's folder.</summary>
    public static GatewayRun Begin(string project, string folder, IEnumerable<string> arguments, string? environment)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder };
        foreach (var argument in (string[])[Checkout.BuiltFile(project, $"{Path.GetFileName(project)}.dll"), $"--contentRoot={Checkout.PathOf(project)}", .. arguments])
            start.ArgumentList.Add(argument);
        // What the shell of whoever runs the tests says about ASP.NET Core is not about this process; and a refused start is to leave no dump.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_ENVIRONMENT"] = environment;
        // Temporary files of its own go with the folder.
        start.Environment["TMPDIR"] = folder;
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return Begin(start);
    }

    /// <summary>Starts any program.</summary>
    public static GatewayRun Begin(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var run = new GatewayRun(new Process { StartInfo = start });
        run._process.OutputDataReceived += (_, line) => run.Add(line.Data);
        run._process.ErrorDataReceived += (_, line) => run.Add(line.Data);
        run._process.Start();
        run._process.BeginOutputReadLine();
        run._process.BeginErrorReadLine();
        return run;
    }

    /// <summary>Waits for a line with a text; fails with all that was written where the process ends, or the time does.</summary>
    public async Task SaidAsync(string text, TimeSpan deadline)
    {
        var waited = Stopwatch.StartNew();
        while (!Output.Any(line => line.Contains(text, StringComparison.Ordinal)))
        {
            if (_process.HasExited || waited.Elapsed > deadline)
                Assert.Fail($"The process did not say '{text}' within {waited.Elapsed.TotalSeconds:0} s. It said:\n{string.Join('\n', Output)}");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    /// <summary>Waits until it ends by itself, and gives the exit code.</summary>
    public async Task<int> EndedAsync(TimeSpan deadline)
    {
        using var late = new CancellationTokenSource(deadline, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The process still runs after {deadline.TotalSeconds:0} s. It said:\n{string.Join('\n', Output)}");
        }
        return _process.ExitCode;
    }

    /// <summary>How many files and connections it has open.</summary>
    public int OpenFiles => Directory.GetFileSystemEntries($"/proc/{_process.Id}/fd").Length;

    /// <summary>The memory that it holds, in megabytes.</summary>
    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1_048_576.0;
        }
    }

    /// <summary>The most memory that it has held so far, in megabytes.</summary>
    public double PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1_048_576.0;
        }
    }

    /// <summary>The processor time that it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    private void Add(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
    }
}
