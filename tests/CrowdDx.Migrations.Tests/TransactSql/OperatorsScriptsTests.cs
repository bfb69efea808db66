using System.Text.RegularExpressions;

using CrowdDx.Testing;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CrowdDx.Migrations.Tests.TransactSql;

/// <summary>What operators have sqlcmd run, which no server here can run.</summary>
public sealed partial class OperatorsScriptsTests
{
    [Fact]
    public void Script_OfTheAccount_IsReadByTheServersOwnParser()
    {
        // sqlcmd puts its variables in before the server sees anything.
        var sql = File.ReadAllText(Checkout.PathOf("build/sqlserver/account.sql")).Replace("$(Password)", "secret", StringComparison.Ordinal);

        Assert.DoesNotContain("$(", sql, StringComparison.Ordinal);
        // CREATE DATABASE and ALTER DATABASE stand in batches of their own.
        Assert.Equal(5, Read(sql).Batches.Count);
    }

    [Fact]
    public void Statements_ForBackupAndRestore_AreReadByTheServersOwnParser()
    {
        var blocks = Blocks().Matches(File.ReadAllText(Checkout.PathOf("docs/operations.md"))).Select(block => Read(block.Groups["sql"].Value)).ToList();

        Assert.Equal([typeof(BackupDatabaseStatement), typeof(RestoreStatement)], blocks.SelectMany(block => block.Batches).SelectMany(batch => batch.Statements).Select(statement => statement.GetType()));
    }

    private static TSqlScript Read(string sql)
    {
        var script = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        Assert.Empty(errors.Select(error => $"line {error.Line}, column {error.Column}: {error.Message}"));
        return (TSqlScript)script;
    }

    [GeneratedRegex("^```sql\n(?<sql>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blocks();
}
