using CrowdDx.Testing;

namespace CrowdDx.Browser.Tests.Demo;

/// <summary>It signs people in by a click, so it runs nowhere but on one's own machine, on data of its own.</summary>
public sealed class RefusingDemoTests
{
    [Theory]
    [InlineData("Production", null, "Production")]
    [InlineData(null, "--environment=Production", "Production")]
    [InlineData(null, "--Database:Provider=PostgreSql", "Database:Provider")]
    [InlineData(null, "--Database:ConnectionString=Data Source=mine.db", "Database:ConnectionString")]
    [InlineData(null, "--urls=http://0.0.0.0:5999", "urls")]
    [InlineData(null, "--Kestrel:Endpoints:Mine:Url=http://0.0.0.0:5999", "Kestrel:Endpoints")]
    public async Task Demo_WhereItCouldDoHarm_RefusesAndSaysWhy(string? environment, string? argument, string named)
    {
        var (code, output) = await DemoProcess.RefusalAsync(environment, argument is null ? [] : [argument]);

        Assert.NotEqual(0, code);
        Assert.Contains("--demo: ", output, StringComparison.Ordinal);
        Assert.Contains(named, output, StringComparison.Ordinal);
        Assert.DoesNotContain("/demo/", output, StringComparison.Ordinal);
    }
}
