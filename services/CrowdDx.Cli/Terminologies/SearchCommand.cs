using System.CommandLine;

using CrowdDx.Cli.Terminal;
using CrowdDx.Terminology.Completing;

namespace CrowdDx.Cli.Terminologies;

/// <summary><c>crowddx terminology search</c>: what would complete a text, and where each name comes from.</summary>
internal static class SearchCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var terminology = new TerminologyOptions();
        var text = new Argument<string>("text") { Description = "The start of a name, of a word in it, or a whole name." };
        var limit = new Option<int>("--limit") { Description = "How many diagnoses at most.", DefaultValueFactory = _ => 10 };
        var names = new Option<bool>("--names") { Description = "All names of each, with their source, version and licence." };
        var command = new Command("search", "Find diagnoses by what is typed of them: id, label, and the name that was found, as lines of tab-separated values.") { text, limit, names };
        terminology.AddTo(command);
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            foreach (var found in new DiagnosisCompleter(new(terminology.Load(parsed))).Complete(parsed.GetRequiredValue(text), parsed.GetValue(limit)))
            {
                output.WriteLine($"{found.Diagnosis.Id}\t{found.Diagnosis.Label}\t{found.Name}");
                foreach (var name in parsed.GetValue(names) ? found.Diagnosis.Names : [])
                    output.WriteLine($"\t{name.Text}\t{name.Kind}, {name.Language}\t{string.Join(", ", new[] { name.Source.Name, name.Source.Version, name.Source.Licence }.Where(part => part.Length > 0))}");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
