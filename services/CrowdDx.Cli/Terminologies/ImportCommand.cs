using System.CommandLine;

using CrowdDx.Cli.Input;
using CrowdDx.Cli.Terminal;
using CrowdDx.Terminology.Importing;
using CrowdDx.Terminology.Loading;

namespace CrowdDx.Cli.Terminologies;

/// <summary><c>crowddx terminology import</c>: reads files of other formats and stores each in the text format.</summary>
internal static class ImportCommand
{
    private const int MostShown = 20;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "OBO, FHIR CodeSystem or ValueSet (JSON), ICD-10-CM order file, CSV, TSV.", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<string>("--folder") { Description = "Where imports are stored.", DefaultValueFactory = _ => "terminology" };
        var onError = new Option<string>("--on-error") { Description = "skip: leave out lines that cannot be read; rollback: store nothing if there are any.", DefaultValueFactory = _ => "skip" };
        onError.AcceptOnlyFromAmong("skip", "rollback");
        var roots = new Option<string[]>("--root") { Description = "Import only this id and its kinds; repeatable.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("import", "Read terminology files and store them in the text format, to be loaded upon the core.") { files, folder, onError, roots };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var imported = parsed.GetRequiredValue(files).Select(file => Read(file, parsed.GetValue(roots) ?? [])).ToList();
            foreach (var problem in imported.SelectMany(file => file.Problems).Take(MostShown))
                error.WriteLine(problem);
            var problems = imported.Sum(file => file.Problems.Count);
            if (problems > 0 && parsed.GetValue(onError) == "rollback")
            {
                error.WriteLine($"{problems} problems; nothing is stored.");
                return ExitCode.BadInput;
            }

            var into = Directory.CreateDirectory(parsed.GetRequiredValue(folder));
            foreach (var (file, text, written, skipped) in imported)
            {
                var stored = Path.Combine(into.FullName, Path.GetFileNameWithoutExtension(file) + ".txt");
                File.WriteAllText(stored + ".new", text);
                File.Move(stored + ".new", stored, overwrite: true);
                output.WriteLine($"{stored}: {written:N0} diagnoses{(skipped.Count > 0 ? $", {skipped.Count:N0} lines skipped" : "")}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static (string File, string Text, int Written, IReadOnlyList<TerminologyProblem> Problems) Read(string file, string[] roots)
    {
        using var content = InputFile.Open("file", file);
        using var text = new StringWriter();
        var (written, problems) = TerminologyImport.Convert(file, content, roots, text);
        return (file, text.ToString(), written, problems);
    }
}
