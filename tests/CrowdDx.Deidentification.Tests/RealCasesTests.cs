using System.Text.Json;
using Xunit.Abstractions;

namespace CrowdDx.Deidentification.Tests;

/// <summary>Published cases hold no identifiers, so what is found there is over-redaction.</summary>
public class RealCasesTests(ITestOutputHelper output)
{
    [SharedDataFact]
    public void Find_WhenPublishedCases_FindsNothing()
    {
        var texts = File.ReadLines(SharedDataFactAttribute.CasesPath!)
            .Where(line => line.Length > 0)
            .SelectMany((line, number) => Strings(JsonDocument.Parse(line).RootElement).Select(text => (number, text)))
            .ToList();
        var findings = texts.SelectMany(text => IdentifierScreen.Find(text.text).Select(finding => (text.number, text.text, finding))).ToList();
        foreach (var (number, text, finding) in findings)
            output.WriteLine($"case {number + 1}: {Around(text, finding)} [{finding.Rule}] → {finding.Suggestion}");
        output.WriteLine($"{findings.Count} findings in {texts.Count} texts");

        Assert.True(texts.Count > 1_000);
        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings.Select(found => $"{Around(found.text, found.finding)} [{found.finding.Rule}]")));
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value)),
        JsonValueKind.Undefined or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null => [],
    };

    private static string Around(string text, Finding finding)
    {
        var from = Math.Max(0, finding.Offset - 25);
        return text[from..Math.Min(text.Length, finding.Offset + finding.Length + 25)];
    }
}
