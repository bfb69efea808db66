namespace CrowdDx.Cli.Terminal;

/// <summary>What every command ends with.</summary>
internal static class ExitCode
{
    /// <summary>All of it was done.</summary>
    public const int Done = 0;

    /// <summary>The run had errors, or could not be finished.</summary>
    public const int Errors = 1;

    /// <summary>The command line or the input is wrong; nothing was sent.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped by Ctrl-C (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
