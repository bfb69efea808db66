using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CrowdDx.Migrations.Tests.TransactSql;

/// <summary>Reads T-SQL with Microsoft's own parser, and looks up every table and column that it names.</summary>
internal static class Statements
{
    /// <summary>Tables of the model, with their columns; names are compared as a case-sensitive server does.</summary>
    public static Dictionary<string, HashSet<string>> TablesOf(DbContext db)
    {
        var tables = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
            .ToDictionary(table => table.Name, table => table.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        tables["__EFMigrationsHistory"] = new(StringComparer.Ordinal) { "MigrationId", "ProductVersion" };
        return tables;
    }

    /// <summary>What is wrong with a script, in sentences; nothing where it is well.</summary>
    public static IReadOnlyList<string> Check(string sql, IReadOnlyDictionary<string, HashSet<string>> tables)
    {
        var script = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        if (errors.Count > 0)
            return [.. errors.Select(error => $"line {error.Line}, column {error.Column}: {error.Message}")];
        var wrong = new List<string>();
        foreach (var statement in ((TSqlScript)script).Batches.SelectMany(batch => batch.Statements))
        {
            var names = new NameVisitor(tables);
            statement.Accept(names);
            wrong.AddRange(names.Unknown());
            // What an idempotent script runs only where it is due is text within text.
            wrong.AddRange(names.Inner.SelectMany(inner => Check(inner, tables)));
        }
        return wrong;
    }
}
