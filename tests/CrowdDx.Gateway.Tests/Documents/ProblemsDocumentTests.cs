using System.Net;
using System.Text.RegularExpressions;

namespace CrowdDx.Gateway.Tests.Documents;

public sealed partial class ProblemsDocumentTests
{
    [Fact]
    public void Document_OfProblems_ListsTheSlugsOfTheSources()
    {
        var sources = new[] { "services", "gateway" }.SelectMany(SourceTree.Sources).ToList();
        var made = sources.SelectMany(text => Construction().Matches(text)).Select(match => match.Groups["slug"].Value).Distinct().Order(StringComparer.Ordinal).ToList();
        var listed = Rows().Select(row => row.Slug).ToList();
        Assert.NotEmpty(made);
        Assert.Equal(made, listed);
    }

    [Fact]
    public void Construction_OfAProblem_IsFoundWherverThereIsOne()
    {
        // A slug that is not written out where the problem is made would escape the document.
        var sources = new[] { "services", "gateway" }.SelectMany(SourceTree.Sources).ToList();
        var statuses = sources.SelectMany(text => MadeWithStatus().Matches(text)).Count();
        Assert.Equal(sources.SelectMany(text => Construction().Matches(text)).Count(), statuses);
    }

    [Fact]
    public void Document_OfProblems_GivesTheStatusOfTheSources()
    {
        var listed = Rows().ToDictionary(row => row.Slug, row => row.Status);
        var made = new[] { "services", "gateway" }.SelectMany(SourceTree.Sources).SelectMany(text => Construction().Matches(text))
            .Where(match => match.Groups["number"].Success)
            .Select(match => (Slug: match.Groups["slug"].Value, Status: int.Parse(match.Groups["number"].Value)));
        Assert.All(made, problem => Assert.Equal(problem.Status, listed[problem.Slug]));
    }

    [Fact]
    public void Document_OfProblems_SaysWhatEachMeansAndWhatToDo()
        => Assert.All(Rows(), row => Assert.True(row.Meaning.Length > 10 && row.Remedy.Length > 5 && (row.Status == 0 || Enum.IsDefined((HttpStatusCode)row.Status)), row.Slug));

    private static IEnumerable<(string Slug, int Status, string Meaning, string Remedy)> Rows()
        => SourceTree.Read("docs/problems.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1].Trim('`'), int.TryParse(cells[2], out var status) ? status : 0, cells[3], cells[4]));

    // new(StatusCodes.Status409Conflict, "conflict", …) or new Problem(status, "refused", …)
    [GeneratedRegex("""\(\s*(StatusCodes\.Status(?<number>\d{3})\w+|status),\s*"(?<slug>[a-z]+(-[a-z]+)*)",""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Construction();

    [GeneratedRegex("""\bnew( Problem)?\(\s*(StatusCodes\.Status\d{3}\w+|status)\s*,""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex MadeWithStatus();
}
