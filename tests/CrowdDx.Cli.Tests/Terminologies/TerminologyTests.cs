using CrowdDx.Cli.Terminal;
using CrowdDx.Cli.Terminologies;

namespace CrowdDx.Cli.Tests.Terminologies;

public sealed class TerminologyTests : IDisposable
{
    private readonly Tool _tool = new(TerminologyCommand.Create);

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Import_StoresWhatListAndSearchFind()
    {
        var file = _tool.File("mine.csv", "id,name,kind,source,version,licence", "x1,Xyzzyx of plugh,,Plugh list,3,CC0", "x1,XOP,abbreviation,Plugh list,3,CC0");
        (await _tool.RunAsync("terminology", "import", file, "--folder", _tool.Path("stored"))).Ended(ExitCode.Done);
        var stored = _tool.Path("stored/mine.txt");

        Assert.Contains("Plugh list\t3\tCC0\t1\t2", (await _tool.RunAsync("terminology", "list", "--only", stored)).Ended(ExitCode.Done).Output, StringComparison.Ordinal);
        Assert.Equal("x1\tXyzzyx of plugh\tXyzzyx of plugh", (await _tool.RunAsync("terminology", "search", "xyz", "--only", stored)).Ended(ExitCode.Done).Output.Trim());
        Assert.Contains("Plugh list, 3, CC0", (await _tool.RunAsync("terminology", "search", "xyz", "--names", "--only", stored)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WithABadLine_SkipsItOrRollsBackAsAsked()
    {
        var file = _tool.File("mine.csv", "id,name", "x1,Xyzzyx", "x2,");

        var rolledBack = (await _tool.RunAsync("terminology", "import", file, "--folder", _tool.Path("back"), "--on-error", "rollback")).Ended(ExitCode.BadInput);
        Assert.Contains("mine.csv:3: The row has no name.", rolledBack.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_tool.Path("back/mine.txt")));

        var skipped = (await _tool.RunAsync("terminology", "import", file, "--folder", _tool.Path("skip"), "--on-error", "skip")).Ended(ExitCode.Done);
        Assert.Contains("mine.csv:3: The row has no name.", skipped.Error, StringComparison.Ordinal);
        Assert.Contains("x1", await File.ReadAllTextAsync(_tool.Path("skip/mine.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfTheCore_FindsNothing() => Assert.Empty((await _tool.RunAsync("terminology", "check")).Ended(ExitCode.Done).Output);

    [Fact]
    public async Task Check_OfAFile_SaysWhatContradictsTheCore()
    {
        var ran = await _tool.RunAsync("terminology", "check", _tool.File("mine.csv", "id,name", "x1,Xyzzyx", "x1,gallstone pancreatitis"));
        Assert.Contains("mine.csv:3: 'gallstone pancreatitis' of x1 is left out: it is a name of gallstone-pancreatitis.", ran.Ended(ExitCode.Errors).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminology_WithoutADiagnosis_IsBadInput() =>
        Assert.Contains("holds no diagnosis", (await _tool.RunAsync("terminology", "list", "--terminology", _tool.File("empty.csv", "name"))).Ended(ExitCode.BadInput).Error, StringComparison.Ordinal);
}
