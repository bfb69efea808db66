using System.CommandLine;

namespace CrowdDx.Cli.Terminologies;

/// <summary><c>crowddx terminology</c>: what the recogniser knows.</summary>
internal static class TerminologyCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("terminology", "Import, list, check and search terminologies. Nothing here speaks to a service.")
    {
        ImportCommand.Create(), ListCommand.Create(), CheckCommand.Create(), SearchCommand.Create(),
    };
}
