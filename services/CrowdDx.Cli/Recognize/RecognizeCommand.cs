using System.CommandLine;

using CrowdDx.Cli.Input;
using CrowdDx.Cli.Terminal;
using CrowdDx.Cli.Terminologies;
using CrowdDx.Terminology.Recognizing;

namespace CrowdDx.Cli.Recognize;

/// <summary><c>crowddx recognize</c>: a line of the input is a phrase, or two with a tab between them; a line of the output says what they are.</summary>
internal static class RecognizeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var input = new Option<string?>("--input") { Description = "File of phrases, one to a line, or two with a tab between them. Default: standard input." };
        var specialty = new Option<string[]>("--specialty") { Description = "Specialty of the case, which may choose between the senses of an abbreviation; repeatable." };
        var command = new Command("recognize", "Say which diagnosis each phrase means, as lines of tab-separated values: id, label, confidence, rule, alternatives; for two phrases 'same' or 'different' first.");
        var terminology = new TerminologyOptions();
        foreach (var option in new Option[] { input, specialty })
            command.Add(option);
        terminology.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var recognizer = new PhraseRecognizer(terminology.Load(parsed));
            using var phrases = Open(parsed.GetValue(input));
            await RunAsync(phrases, new RecognizedLine(recognizer, parsed.GetValue(specialty) ?? []), parsed.InvocationConfiguration.Output, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task RunAsync(TextReader phrases, RecognizedLine lines, TextWriter output, CancellationToken cancellationToken)
    {
        while (await phrases.ReadLineAsync(cancellationToken) is { } line)
        {
            await output.WriteLineAsync(lines.Of(line).AsMemory(), cancellationToken);
            await output.FlushAsync(cancellationToken);
        }
    }

    private static StreamReader Open(string? file) => new(file is null ? Console.OpenStandardInput() : InputFile.Open("--input", file));
}
