using System.Text.RegularExpressions;

using CrowdDx.Testing;

namespace CrowdDx.Worker.Tests.Operating;

/// <summary>What each alarm means is written down, and where to read on.</summary>
public sealed partial class OperationsPageTests
{
    [Fact]
    public void Alarm_ThatAHostCanLog_IsExplained()
    {
        var logged = ((string[])["services", "gateway"])
            .SelectMany(folder => Directory.EnumerateFiles(Checkout.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Logged().Matches(File.ReadAllText(file))).Select(match => match.Groups["text"].Value).ToList();

        Assert.InRange(logged.Count, 9, 100);
        Assert.All(logged, text => Assert.True(
            OperationsDocument.Text.Contains($"`{Placeholder().Replace(text, "…")}`", StringComparison.Ordinal), $"docs/operations.md explains no '{text}': add a row to its alarms, with what it means and what to do."));
    }

    [Fact]
    public void Links_OfThePage_LeadSomewhere()
    {
        var links = Links().Matches(OperationsDocument.Text).Select(link => link.Groups["target"].Value).ToList();
        var headings = OperationsDocument.Text.Split('\n').Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#', ' ').Replace(' ', '-')).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(
            link.StartsWith('#') ? headings.Contains(link[1..], StringComparer.OrdinalIgnoreCase) : Path.Exists(Path.Combine(Checkout.PathOf("docs"), link.Split('#')[0])), link));
    }

    [GeneratedRegex("""LoggerMessage\(LogLevel\.(Warning|Error|Critical), "(?<text>[^"]+)"\)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Logged();

    [GeneratedRegex(@"\]\((?<target>[^):]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
