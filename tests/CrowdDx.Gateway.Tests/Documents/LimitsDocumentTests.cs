using CrowdDx.Gateway.Tests.Input;

namespace CrowdDx.Gateway.Tests.Documents;

public sealed class LimitsDocumentTests
{
    [Fact]
    public void Document_OfLimits_SaysWhatTheConstantsSay()
    {
        var document = SourceTree.Read("docs/limits.md");
        var rows = document.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal) || line.StartsWith("| Every", StringComparison.Ordinal));
        Assert.Equal(Limit.All.Select(limit => limit.ToRow()), rows);
        Assert.Contains($"at least {Limit.ShortestPassword} characters", document, StringComparison.Ordinal);
    }
}
