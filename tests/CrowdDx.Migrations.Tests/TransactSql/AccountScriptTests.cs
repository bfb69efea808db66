using CrowdDx.Testing;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CrowdDx.Migrations.Tests.TransactSql;

/// <summary>The script that docker-compose.yml has sqlcmd run, which no server here can run.</summary>
public sealed class AccountScriptTests
{
    [Fact]
    public void Script_OfTheAccount_IsReadByTheServersOwnParser()
    {
        // sqlcmd puts its variables in before the server sees anything.
        var sql = File.ReadAllText(Checkout.PathOf("build/sqlserver/account.sql")).Replace("$(Password)", "secret", StringComparison.Ordinal);

        var script = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);

        Assert.Empty(errors.Select(error => $"line {error.Line}, column {error.Column}: {error.Message}"));
        Assert.DoesNotContain("$(", sql, StringComparison.Ordinal);
        // CREATE DATABASE and ALTER DATABASE stand in batches of their own.
        Assert.Equal(5, ((TSqlScript)script).Batches.Count);
    }
}
