using System.CommandLine;

using CrowdDx.Cli.Recognize;
using CrowdDx.Cli.Terminal;

namespace CrowdDx.Cli.Tests.Recognize;

public sealed class RecognizingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crowddx-recognize-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Phrase_WhenOne_IsALineOfFiveColumns()
    {
        var lines = await RecognizeAsync("?gallstone pancreatitis", "xyzzyx of plughs", "", "no evidence of multiple sclerosis");

        Assert.Equal("gallstone-pancreatitis\tGallstone pancreatitis\t0.99\tname\t", lines[0]);
        Assert.Equal("\t\t0.00\tunknown\t", lines[1]);
        Assert.Equal("\t\t0.00\tempty\t", lines[2]);
        Assert.Equal("\t\t0.00\tdenied\tmultiple-sclerosis:Multiple sclerosis:0.99", lines[3]);
    }

    [Fact]
    public async Task TwoPhrases_WithATab_AreSaidToBeSameOrDifferentFirst()
    {
        var lines = await RecognizeAsync("heart attack\tmyocardial infarction", "hyperkalaemia\thypokalaemia");

        Assert.Equal(["same", "myocardial-infarction", "Myocardial infarction"], lines[0].Split('\t')[..3]);
        Assert.Equal(11, lines[0].Split('\t').Length);
        Assert.StartsWith("different\thyperkalaemia\t", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_WhenMissing_IsBadInput()
    {
        var ran = await RunAsync("recognize", "--input", Path.Combine(_folder.FullName, "absent.txt"));
        Assert.Contains("--input", ran.Ended(ExitCode.BadInput).Error, StringComparison.Ordinal);
    }

    private async Task<string[]> RecognizeAsync(params string[] phrases)
    {
        var file = Path.Combine(_folder.FullName, "phrases.txt");
        await File.WriteAllLinesAsync(file, phrases);
        var ran = await RunAsync("recognize", "--input", file);
        var lines = ran.Ended(ExitCode.Done).Output.Split(Environment.NewLine);
        Assert.Equal(phrases.Length + 1, lines.Length);
        return lines;
    }

    private static async Task<Ran> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new CrowdDxTool("Test").With(RecognizeCommand.Create).RunAsync(arguments, new InvocationConfiguration { Output = output, Error = error }, default);
        return new(code, output.ToString(), error.ToString());
    }
}
