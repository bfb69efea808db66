using System.CommandLine;

using CrowdDx.Cli.Input;
using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Importing;

namespace CrowdDx.Cli.Terminologies;

/// <summary>Which terminology a command works with: the core, more upon it, or something else in its place.</summary>
internal sealed class TerminologyOptions
{
    private readonly Option<string[]> _more = new("--terminology")
    {
        Description = "Files to load upon the core: OBO, FHIR JSON, ICD-10-CM order file, CSV, TSV, text format. Repeatable.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _only = new("--only") { Description = "Files to load instead of the core. Repeatable.", AllowMultipleArgumentsPerToken = true };

    public void AddTo(Command command)
    {
        command.Add(_more);
        command.Add(_only);
    }

    /// <summary>Loads it. Lines that cannot be read are skipped, and told on the error stream.</summary>
    public LoadedTerminology Load(ParseResult parsed) => Import(parsed).Build();

    /// <summary>The files that are given, in the order in which they are believed.</summary>
    public IEnumerable<string> Files(ParseResult parsed) => (parsed.GetValue(_only) ?? []).Concat(parsed.GetValue(_more) ?? []);

    /// <summary>Whether the core is loaded first.</summary>
    public bool WithCore(ParseResult parsed) => parsed.GetValue(_only) is not { Length: > 0 };

    private TerminologyImport Import(ParseResult parsed)
    {
        var import = new TerminologyImport(WithCore(parsed));
        foreach (var file in Files(parsed))
        {
            using var content = InputFile.Open("--terminology", file);
            var report = import.Add(file, content);
            if (report.Problems.Count > 0)
                parsed.InvocationConfiguration.Error.WriteLine($"{file}: {report.Problems.Count} lines are skipped. The first: {report.Problems[0]}");
            if (report.Read == 0)
                throw new InputException($"--terminology: {file} holds no diagnosis.");
        }

        return import;
    }
}
