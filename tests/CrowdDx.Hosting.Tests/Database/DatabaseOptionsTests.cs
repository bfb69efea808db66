using CrowdDx.Hosting.Database;
using CrowdDx.Testing.Databases;
using Microsoft.Extensions.Options;

namespace CrowdDx.Hosting.Tests.Database;

/// <summary>A database that cannot be meant is refused as the process starts, by the name of its key.</summary>
public sealed class DatabaseOptionsTests
{
    [Theory]
    [InlineData("SqlServer", null, "Server=db;")]
    [InlineData("SqlServer", "Host=db;Username=me;Password=x", "Server=db;")]
    [InlineData("PostgreSql", null, "Host=db;")]
    [InlineData("PostgreSql", "Data Source=data/crowddx.db", "Host=db;")]
    [InlineData("PostgreSql", "Host=db;Port=many", "Host=db;")]
    [InlineData("Sqlite", "", "Data Source=data/crowddx.db")]
    [InlineData("Sqlite", "Host=db;Username=me", "Data Source=data/crowddx.db")]
    public async Task Start_WithAConnectionStringThatIsMissingOrAnothers_SaysWhatIsWanted(string provider, string? connection, string wanted)
    {
        using var database = new SqliteTestDatabase();
        await using var machine = Machine.Over(database).With("Database:Provider", provider).With("Database:ConnectionString", connection);
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(machine.StartHostAsync);
        Assert.Contains("Database:ConnectionString", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(provider, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(wanted, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Password=x", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, null)]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=elsewhere.db")]
    [InlineData(DatabaseProvider.PostgreSql, "Host=db;Database=crowddx;Username=me;Password=x")]
    public void Options_ThatCanWork_AreTaken(DatabaseProvider provider, string? connection)
        => Assert.True(new DatabaseOptionsCheck().Validate(null, new() { Provider = provider, ConnectionString = connection }).Succeeded);

    // How this repository builds; SQL Server's driver wants cultures.
    [Fact]
    public void Options_ForSqlServerInABuildWithoutCultures_SayHowToBuild()
    {
        var checkedOptions = new DatabaseOptionsCheck().Validate(
            null, new() { Provider = DatabaseProvider.SqlServer, ConnectionString = "Server=db;Database=crowddx;User ID=me;Password=x;Encrypt=True" });
        Assert.Contains("InvariantGlobalization=false", checkedOptions.FailureMessage, StringComparison.Ordinal);
    }
}
