using System.Text;

using CrowdDx.Cli.Input;
using CrowdDx.Cli.Replay;

namespace CrowdDx.Cli.Tests.Replay;

/// <summary>Lines of a replay file and what is said about wrong ones.</summary>
public sealed class ReadingCasesTests
{
    [Fact]
    public async Task Forms_WhenMixed_AreToldApartByLine()
    {
        var cases = await ReadAsync(
            """{"case":"s","readers":[[["Psoriasis"],["Eczema","Xerosis"]]]}""",
            """{"case":"f","title":"T","presentation":"P","answers":[{"expert":"a","diagnoses":[[{"text":"Gout"}]]}]}""");

        Assert.Equal([(1, "s"), (2, "f")], cases.Select(read => (read.Line, read.Id)));
        Assert.Equal([["Psoriasis"], ["Eczema", "Xerosis"]], cases[0].Answers.Single().Body.Diagnoses.Select(group => group.Select(d => d.Text!).ToArray()));
        Assert.Equal("reader-0", cases[0].Answers.Single().Expert);
        Assert.Equal(["general"], cases[1].Text.Specialties);
        Assert.Equal(new CodingLine("urn:test", "Gout"), cases[1].Answers.Single().Body.Diagnoses[0][0].Coding);
    }

    [Theory]
    [InlineData("{", "")]
    [InlineData("null", "null")]
    [InlineData("[]", "")]
    [InlineData("""{"case":"c","readers":[],"colour":1}""", "colour")]
    [InlineData("""{"case":"c","case":"c","readers":[]}""", "case")]
    [InlineData("""{"case":"c","readers":"x"}""", "$.readers")]
    [InlineData("""{"case":"c"}""", "readers")]
    [InlineData("""{"case":"c","readers":[],"answers":[],"title":"T","presentation":"P"}""", "either")]
    [InlineData("""{"readers":[]}""", "case")]
    [InlineData("""{"case":"a b","readers":[]}""", "case")]
    [InlineData("""{"case":"c","readers":[null]}""", "readers[0]: give at least one")]
    [InlineData("""{"case":"c","readers":[[]]}""", "readers[0]: give at least one")]
    [InlineData("""{"case":"c","readers":[[["A"],[]]]}""", "readers[0][1]: an empty")]
    [InlineData("""{"case":"c","readers":[[["A",null]]]}""", "readers[0][0][1]: a diagnosis without text")]
    [InlineData("""{"case":"c","readers":[[["A"],["B"],["C"],["D"],["E"],["F"]]]}""", "readers[0]: 6 rank groups; at most 5")]
    [InlineData("""{"case":"c","readers":[[["1","2","3","4","5","6","7","8","9","10","11"]]]}""", "readers[0]: 11 diagnoses; at most 10")]
    [InlineData("""{"case":"c","readers":[[["A"],["B","A "]]]}""", "readers[0][1][1]: 'A ' stands in this list before")]
    [InlineData("""{"case":"c","answers":[]}""", "title")]
    [InlineData("""{"case":"c","title":"T","presentation":"P","answers":[{"diagnoses":[[{"text":"A"}]]}]}""", "answers[0].expert")]
    [InlineData("""{"case":"c","title":"T","presentation":"P","answers":[{"expert":"a","diagnoses":[[{"text":"A"}]]},{"expert":"a","diagnoses":[[{"text":"A"}]]}]}""", "answers[1].expert: 'a' has answered")]
    [InlineData("""{"case":"c","title":"T","presentation":"P","answers":[{"expert":"a","diagnoses":[[{"text":"A","confidence":1.5}]]}]}""", "confidence")]
    [InlineData("""{"case":"c","title":"T","presentation":"P","answers":[{"expert":"a","diagnoses":[[{"text":"A","coding":{"system":"s"}}]]}]}""", "coding")]
    [InlineData("""{"case":"c","title":"T","presentation":"P","answers":[],"outcome":{}}""", "outcome.status")]
    [InlineData("""{"case":"ok","readers":[]}""", "'ok' stands in line 1 already")]
    public async Task Line_WhenWrong_IsNamedByItsNumber(string line, string says)
    {
        var exception = await Assert.ThrowsAsync<InputException>(() => ReadAsync("""{"case":"ok","readers":[]}""", "", line));

        Assert.StartsWith("cases.jsonl:3: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(says, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, null, true)]
    [InlineData(201, null, false)]
    [InlineData(150, "urn:test", true)]
    [InlineData(151, "urn:test", false)]
    public async Task Text_WhenTooLong_IsAnError(int length, string? codingSystem, bool isGood)
    {
        var line = $$"""{"case":"c","readers":[[["{{new string('x', length)}}"]]]}""";
        var reading = CodedAsync(codingSystem, line);

        if (isGood)
            Assert.Single(await reading);
        else
            await Assert.ThrowsAsync<InputException>(() => reading);
    }

    [Fact]
    public async Task SameText_WhenCasesDiffer_IsTheSameOnlyWithoutCoding()
    {
        const string line = """{"case":"c","readers":[[["Eczema"],["ECZEMA"]]]}""";

        Assert.Single(await CodedAsync("urn:test", line));
        await Assert.ThrowsAsync<InputException>(() => CodedAsync(null, line));
    }

    [Fact]
    public async Task Errors_WhenMany_AreAllCounted()
    {
        var exception = await Assert.ThrowsAsync<InputException>(() => ReadAsync([.. Enumerable.Repeat("x", 30)]));

        Assert.Equal(21, exception.Message.Split(Environment.NewLine).Length);
        Assert.EndsWith("… and 10 more.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Examples_WhenOfTheDocumentation_AreRead()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "docs", "replay-format.md")))
            folder = folder.Parent ?? throw new InvalidOperationException("There is no docs/replay-format.md above the tests.");
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "docs", "replay-format.md"));

        Assert.Equal(2, (await ReadAsync([.. lines.Where(line => line.StartsWith('{'))])).Count);
    }

    [SharedDataFact]
    public async Task Dermatology_WhenRead_HasAllCasesAndAnswers()
    {
        var cases = await CaseFile.ReadAsync(SharedDataFactAttribute.Dermatology, new("urn:test", ["dermatology"]), null, default);

        Assert.Equal(974, cases.Count);
        Assert.Equal(4_761, cases.Sum(read => read.Answers.Count));
    }

    private static Task<IReadOnlyList<ReplayCase>> ReadAsync(params string[] lines) => CodedAsync("urn:test", lines);

    private static async Task<IReadOnlyList<ReplayCase>> CodedAsync(string? codingSystem, params string[] lines)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return await CaseFile.ReadAsync(file, "cases.jsonl", new(codingSystem, ["general"]), null, default);
    }
}
