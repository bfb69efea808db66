using CrowdDx.Hosting.Database;

namespace CrowdDx.Hosting.Tests.Database;

/// <summary>What SQL Server's driver cannot do in this build is said at start, and not by the first request.</summary>
public sealed class SqlServerCulturesTests
{
    [Theory]
    [InlineData(DatabaseProvider.SqlServer, "Server=none", true)]
    [InlineData(DatabaseProvider.PostgreSql, "Host=none", false)]
    [InlineData(DatabaseProvider.Sqlite, null, false)]
    public void Provider_InABuildWithoutCultures_IsRefusedWhereItsDriverNeedsThem(DatabaseProvider provider, string? connection, bool refused)
    {
        Assert.True(AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant, "The tests are built as the service is.");
        var result = new DatabaseOptionsCheck().Validate(null, new() { Provider = provider, ConnectionString = connection });
        Assert.Equal(refused, result.Failed);
        if (refused)
            Assert.Contains("InvariantGlobalization=false", result.FailureMessage, StringComparison.Ordinal);
    }
}
