using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CrowdDx.Migrations.Tests.TransactSql;

/// <summary>SQL Server's own parser reads every migration.</summary>
public sealed class MigrationsTests
{
    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void Script_OfAllMigrations_IsReadAndNamesWhatThereIs(MigrationsSqlGenerationOptions options)
    {
        using var db = Contexts.Of("SqlServer");
        var script = db.GetService<IMigrator>().GenerateScript(options: options);
        Assert.Contains("CREATE TABLE [Invitations]", script, StringComparison.Ordinal);
        Assert.Empty(Statements.Check(script, Statements.TablesOf(db)));
    }

    [Theory]
    [InlineData("SELECT [i].[ExpertId] FROM [Invitations] AS [i] LIMIT 1", "Incorrect syntax")]
    [InlineData("SELECT [i].[ExpertID] FROM [Invitations] AS [i]", "no column i.ExpertID")]
    [InlineData("SELECT [i].[Title] FROM [Invitations] AS [i]", "no column i.Title")]
    [InlineData("SELECT 1 FROM [Invitation] AS [i]", "no table Invitation")]
    [InlineData("INSERT INTO \"Invitations\" (\"Case\") VALUES (@p0)", "Case")]
    [InlineData("DELETE FROM [w] FROM [Waves] AS [w] WHERE [w].[Id] = @id", "no column w.Id")]
    [InlineData("EXEC(N'SELECT [Nothing] FROM [Waves]')", "Nothing")]
    [InlineData("CREATE INDEX [IX] ON [Waves] ([Nothing])", "Nothing")]
    public void Statement_ThatIsWrong_IsRefused(string sql, string reason)
    {
        using var db = Contexts.Of("SqlServer");
        Assert.Contains(Statements.Check(sql, Statements.TablesOf(db)), wrong => wrong.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SELECT TOP(1) [i].[ExpertId] FROM [Invitations] AS [i]")]
    [InlineData("DELETE FROM [w] FROM [Waves] AS [w] WHERE [w].[Number] = @n")]
    [InlineData("SELECT [t].[c] FROM (SELECT COUNT(*) AS [c] FROM [Waves] AS [w]) AS [t]")]
    public void Statement_ThatIsRight_IsNot(string sql)
    {
        using var db = Contexts.Of("SqlServer");
        Assert.Empty(Statements.Check(sql, Statements.TablesOf(db)));
    }
}
