using CrowdDx.Cli.Recognize;
using CrowdDx.Cli.Terminal;

namespace CrowdDx.Cli.Tests.Recognize;

public sealed class RecognizingTests : IDisposable
{
    private readonly Tool _tool = new(RecognizeCommand.Create);

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Phrase_WhenOne_IsALineOfFiveColumns()
    {
        var lines = await RecognizeAsync(["?gallstone pancreatitis", "xyzzyx of plughs", "", "no evidence of multiple sclerosis"]);

        Assert.Equal("gallstone-pancreatitis\tGallstone pancreatitis\t0.99\tname\t", lines[0]);
        Assert.Equal("\t\t0.00\tunknown\t", lines[1]);
        Assert.Equal("\t\t0.00\tempty\t", lines[2]);
        Assert.Equal("\t\t0.00\tdenied\tmultiple-sclerosis:Multiple sclerosis:0.99", lines[3]);
    }

    [Fact]
    public async Task TwoPhrases_WithATab_AreSaidToBeSameOrDifferentFirst()
    {
        var lines = await RecognizeAsync(["heart attack\tmyocardial infarction", "hyperkalaemia\thypokalaemia"]);

        Assert.Equal(["same", "myocardial-infarction", "Myocardial infarction"], lines[0].Split('\t')[..3]);
        Assert.Equal(11, lines[0].Split('\t').Length);
        Assert.StartsWith("different\thyperkalaemia\t", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Specialty_WhenGiven_ChoosesTheSenseOfAnAbbreviation()
    {
        Assert.Contains("\tambiguous\t", (await RecognizeAsync(["MS"]))[0], StringComparison.Ordinal);
        Assert.StartsWith("mitral-stenosis\t", (await RecognizeAsync(["MS"], "--specialty", "cardiology"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminology_WhenGiven_IsLoadedUponTheCoreOrInstead()
    {
        var mine = _tool.File("mine.csv", "id,name", "x1,Xyzzyx of plugh");

        Assert.Equal(["x1", "gallstone-pancreatitis"], (await RecognizeAsync(["xyzzyx of plughs", "gallstone pancreatitis"], "--terminology", mine)).Select(line => line.Split('\t')[0]));
        Assert.Equal(["x1", ""], (await RecognizeAsync(["xyzzyx of plughs", "gallstone pancreatitis"], "--only", mine)).Select(line => line.Split('\t')[0]));
    }

    [Fact]
    public async Task ManyPhrases_AreAnsweredInTheirOrder()
    {
        var phrases = Enumerable.Range(0, 5000).Select(i => i % 2 == 0 ? "stroke" : $"unheard of {i}").ToArray();
        var lines = await RecognizeAsync(phrases);
        Assert.All(Enumerable.Range(0, phrases.Length), i => Assert.Equal(i % 2 == 0, lines[i].StartsWith("stroke\t", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--input", "absent.txt")]
    [InlineData("--terminology", "absent.obo")]
    public async Task File_WhenMissing_IsBadInput(string option, string file)
    {
        var ran = await _tool.RunAsync("recognize", option, _tool.Path(file));
        Assert.Contains(option, ran.Ended(ExitCode.BadInput).Error, StringComparison.Ordinal);
    }

    private async Task<string[]> RecognizeAsync(string[] phrases, params string[] options)
    {
        var ran = await _tool.RunAsync(["recognize", "--input", _tool.File("phrases.txt", phrases), .. options]);
        var lines = ran.Ended(ExitCode.Done).Output.Split(Environment.NewLine);
        Assert.Equal(phrases.Length + 1, lines.Length);
        return lines[..^1];
    }
}
