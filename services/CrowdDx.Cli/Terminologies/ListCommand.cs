using System.CommandLine;

using CrowdDx.Cli.Terminal;

namespace CrowdDx.Cli.Terminologies;

/// <summary><c>crowddx terminology list</c>: where the names come from.</summary>
internal static class ListCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var terminology = new TerminologyOptions();
        var command = new Command("list", "List the sources of the names: source, version, licence, diagnoses, names, as lines of tab-separated values; the version of the whole last.");
        terminology.AddTo(command);
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var loaded = terminology.Load(parsed);
            foreach (var source in loaded.Sources)
            {
                var names = loaded.Diagnoses.Select(diagnosis => diagnosis.Names.Count(name => name.Source == source)).Where(count => count > 0).ToList();
                output.WriteLine($"{source.Name}\t{source.Version}\t{source.Licence}\t{names.Count}\t{names.Sum()}");
            }

            output.WriteLine($"{loaded.Version}\t\t\t{loaded.Diagnoses.Count}\t{loaded.Diagnoses.Sum(diagnosis => diagnosis.Names.Count)}");
            return ExitCode.Done;
        });
        return command;
    }
}
