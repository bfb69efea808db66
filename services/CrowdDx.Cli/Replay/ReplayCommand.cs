using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;

using CrowdDx.Cli.Input;
using CrowdDx.Cli.Service;
using CrowdDx.Cli.Terminal;

namespace CrowdDx.Cli.Replay;

/// <summary><c>crowddx replay</c>: its options, and what it says.</summary>
internal static partial class ReplayCommand
{
    private const int MostErrorsShown = 20;

    private static readonly JsonSerializerOptions Indented = new(ServiceClient.Json) { WriteIndented = true };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var service = new ServiceOptions();
        var input = new Option<string>("--input") { Description = "File of cases and answers, JSONL (docs/replay-format.md).", Required = true };
        var run = new Option<string?>("--run") { Description = "Name of the run; the same name and file resume it. Default: replay-{date}-{time}." };
        var network = new Option<string?>("--network") { Description = "Network to create, or to use where it exists. Default: 'Replay {run}'." };
        var state = new Option<string?>("--state") { Description = "File that keeps the accounts' API keys. Default: '{input file name}.{run}.replay.json' here." };
        var concurrency = new Option<int>("--concurrency") { Description = "Requests at once, 1 to 256.", DefaultValueFactory = _ => 8 };
        var codingSystem = new Option<string>("--coding-system")
        {
            Description = "System of the coding that each diagnosis without one gets; its text is the code.",
            DefaultValueFactory = _ => "urn:crowddx:replay",
        };
        var noCoding = new Option<bool>("--no-coding") { Description = "Give no diagnosis a coding; the service recognises the texts." };
        var specialty = new Option<string[]>("--specialty") { Description = "Specialty of cases that name none; repeatable. Default: general." };
        var limit = new Option<int?>("--limit") { Description = "Replay the first cases only." };
        var check = new Option<bool>("--check") { Description = "Wait for every differential, read it back and give a digest; on unless --check false.", DefaultValueFactory = _ => true };
        var json = new Option<bool>("--json") { Description = "Write the result as JSON." };

        var command = new Command("replay", "Post cases and answers from a file to a running service, as real accounts would. Wants an operator's key with the scopes operate and networks.");
        service.AddTo(command);
        foreach (var option in new Option[] { input, run, network, state, concurrency, codingSystem, noCoding, specialty, limit, check, json })
            command.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var clock = TimeProvider.System;
            var url = service.Url(parsed);
            var key = service.Key(parsed);
            var name = RunName(parsed.GetValue(run) ?? $"replay-{clock.GetUtcNow():yyyyMMdd-HHmmss}");
            var file = parsed.GetRequiredValue(input);
            var options = new ReplayOptions
            {
                Url = url,
                Key = key,
                Run = name,
                Network = parsed.GetValue(network) ?? $"Replay {name}",
                State = parsed.GetValue(state) ?? $"{Path.GetFileName(file)}.{name}.replay.json",
                Concurrency = Between("--concurrency", parsed.GetValue(concurrency), 1, 256),
                Check = parsed.GetValue(check),
            };
            int? most = parsed.GetValue(limit) is { } wanted ? Between("--limit", wanted, 1, int.MaxValue) : null;
            var specialties = parsed.GetValue(specialty) is { Length: > 0 } named ? named : ["general"];
            var rules = new CaseLineRules(parsed.GetValue(noCoding) ? null : parsed.GetValue(codingSystem), specialties);

            var cases = await CaseFile.ReadAsync(file, rules, most, cancellationToken);
            var report = await RunAsync(options, cases, error, clock, cancellationToken);
            await WriteAsync(report, parsed.GetValue(json), output, error);
            return report.Errors.Count == 0 ? ExitCode.Done : ExitCode.Errors;
        });
        return command;
    }

    private static async Task<ReplayReport> RunAsync(
        ReplayOptions options, IReadOnlyList<ReplayCase> cases, TextWriter error, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var http = ServiceOptions.Http(options.Url, options.Concurrency);
        var state = ReplayState.Open(options.State, options.Url, options.Run);
        var progress = Progress.On(error, clock);
        progress.Note($"Run '{options.Run}': {cases.Count:N0} cases, {cases.Sum(replayed => replayed.Answers.Count):N0} answers. State in {options.State}.");
        try
        {
            return await new ReplayRun(new(new(http, clock, progress.Note)), state, options, progress, clock).RunAsync(cases, cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ServiceException)
        {
            progress.Note($"Not finished. The same command with --run {options.Run} goes on from here.");
            throw;
        }
    }

    private static async Task WriteAsync(ReplayReport report, bool asJson, TextWriter output, TextWriter error)
    {
        foreach (var problem in report.Errors.Take(MostErrorsShown))
            await error.WriteLineAsync($"line {problem.Line}, {problem.Case}{(problem.Expert is null ? "" : $", {problem.Expert}")}: {problem.Message}");
        if (report.Errors.Count > MostErrorsShown)
            await error.WriteLineAsync($"… and {report.Errors.Count - MostErrorsShown} more errors{(asJson ? "" : ", all of them with --json")}.");
        await output.WriteLineAsync(asJson ? JsonSerializer.Serialize(report, Indented) : string.Join(Environment.NewLine, report.Lines()));
    }

    private static string RunName(string name) =>
        RunNames().IsMatch(name) ? name : throw new InputException($"--run: '{name}' is to be 1 to 40 lower-case letters, digits and hyphens, and begin with a letter or digit.");

    private static int Between(string option, int value, int least, int most) =>
        value >= least && value <= most ? value : throw new InputException($"{option}: {value} is not between {least} and {most}.");

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,39}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RunNames();
}
