using System.CommandLine;

using CrowdDx.Cli.Input;
using CrowdDx.Cli.Terminal;
using CrowdDx.Terminology;
using CrowdDx.Terminology.Importing;
using CrowdDx.Terminology.Loading;

namespace CrowdDx.Cli.Terminologies;

/// <summary><c>crowddx terminology check</c>: contradictions in the core, or what a file would bring upon it.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Files to check against the core and each other. Without one the core itself is checked.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("check", "Report lines that cannot be read, names owned twice, circles, missing parents, undeclared abbreviations. Ends with 1 if there are any.") { files };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var problems = parsed.GetValue(files) is { Length: > 0 } given ? Check(given, output) : CoreTerminology.Check();
            foreach (var problem in problems)
                output.WriteLine(problem);
            return problems.Count == 0 ? ExitCode.Done : ExitCode.Errors;
        });
        return command;
    }

    private static List<TerminologyProblem> Check(string[] files, TextWriter output)
    {
        var import = new TerminologyImport();
        var problems = new List<TerminologyProblem>();
        foreach (var file in files)
        {
            using var content = InputFile.Open("file", file);
            var report = import.Add(file, content);
            output.WriteLine($"{file}: {report.Read:N0} diagnoses, {report.Merged:N0} known, {report.Added:N0} new; {report.Children:N0} synonyms are children, {report.Broader:N0} broader.");
            problems.AddRange(report.Problems.Concat(report.LeftOut));
        }

        return problems;
    }
}
