using System.CommandLine;
using System.CommandLine.Invocation;

using CrowdDx.Cli.Input;
using CrowdDx.Cli.Service;

namespace CrowdDx.Cli.Terminal;

/// <summary>The root command: its verbs, and what is the same for all of them.</summary>
internal sealed class CrowdDxTool(string description)
{
    private readonly RootCommand _root = new(description);

    /// <summary>Adds a verb.</summary>
    public CrowdDxTool With(Func<Command> command)
    {
        _root.Add(command());
        return this;
    }

    /// <summary>Parses and runs a command line, writing to the console.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public Task<int> RunAsync(string[] arguments) => RunAsync(arguments, new InvocationConfiguration(), CancellationToken.None);

    /// <summary>Parses and runs a command line.</summary>
    public async Task<int> RunAsync(string[] arguments, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        // A command that is told to stop finishes its requests and writes its state first.
        terminal.ProcessTerminationTimeout = TimeSpan.FromSeconds(15);
        terminal.EnableDefaultExceptionHandler = false;
        var parsed = _root.Parse(arguments);
        try
        {
            var code = await parsed.InvokeAsync(terminal, cancellationToken);
            return parsed.Action is ParseErrorAction ? ExitCode.BadInput : code;
        }
        catch (InputException exception)
        {
            await terminal.Error.WriteLineAsync(exception.Message);
            return ExitCode.BadInput;
        }
        catch (ServiceException exception)
        {
            await terminal.Error.WriteLineAsync(exception.Message);
            return ExitCode.Errors;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Stopped.");
            return ExitCode.Interrupted;
        }
    }
}
