using CrowdDx.Hosting.Database;

namespace CrowdDx.Hosting.Tests.Database;

/// <summary>What SQL Server's driver cannot do in this build is said at start, and not by the first request.</summary>
public sealed class SqlServerCulturesTests
{
    [Theory]
    [InlineData(DatabaseProvider.SqlServer, "Server=none", true)]
    [InlineData(DatabaseProvider.PostgreSql, "Host=none", false)]
    [InlineData(DatabaseProvider.Sqlite, null, false)]
    public void Provider_InABuildWithoutCultures_IsRefusedWhereItsDriverNeedsThem(DatabaseProvider provider, string? connection, bool needsThem)
    {
        // On a real SQL Server these tests run in a build with cultures.
        var refused = needsThem && AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant;
        var result = new DatabaseOptionsCheck().Validate(null, new() { Provider = provider, ConnectionString = connection });
        Assert.Equal(refused, result.Failed);
        if (refused)
            Assert.Contains("InvariantGlobalization=false", result.FailureMessage, StringComparison.Ordinal);
    }
}
