using System.Diagnostics;

using Xunit;

namespace CrowdDx.Testing;

/// <summary>A command that ran to its end, and what it wrote.</summary>
public sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command in a folder; fails, and ends it, where it takes longer than the deadline.</summary>
    public static async Task<CommandRun> ToEndAsync(
        string folder, TimeSpan deadline, IReadOnlyDictionary<string, string> environment, string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var late = new CancellationTokenSource(deadline, TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{file} still ran after {deadline.TotalSeconds:0} s. It said:\n{await error}\n{await output}");
        }
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Fails with all that was written where the exit code is not 0.</summary>
    public CommandRun Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Error}\n{Output}");
        return this;
    }
}
