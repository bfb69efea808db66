using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CrowdDx.Migrations.Tests.TransactSql;

/// <summary>Collects the tables and columns that one statement names, and says which of them there are not.</summary>
internal sealed class NameVisitor(IReadOnlyDictionary<string, HashSet<string>> tables) : TSqlFragmentVisitor
{
    private readonly List<string> _unknown = [];
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _tableOf = new(StringComparer.Ordinal);
    private readonly List<(string? Of, string Column)> _columns = [];

    /// <summary>Statements that this one runs from a text.</summary>
    public List<string> Inner { get; } = [];

    public IEnumerable<string> Unknown()
        => _unknown.Concat(_columns.Where(column => !IsKnown(column.Of, column.Column)).Select(column => $"there is no column {column.Of ?? "?"}.{column.Column}"));

    public override void Visit(NamedTableReference node) => Table(node.SchemaObject, node.Alias?.Value);

    public override void Visit(CreateTableStatement node)
    {
        Table(node.SchemaObjectName, alias: null);
        foreach (var column in node.Definition.ColumnDefinitions)
            _columns.Add((node.SchemaObjectName.BaseIdentifier.Value, column.ColumnIdentifier.Value));
    }

    public override void Visit(AlterTableStatement node) => Table(node.SchemaObjectName, alias: null);

    public override void Visit(CreateIndexStatement node) => Table(node.OnName, alias: null);

    public override void Visit(DropTableStatement node)
    {
        foreach (var name in node.Objects)
            Table(name, alias: null);
    }

    public override void Visit(ForeignKeyConstraintDefinition node)
    {
        Table(node.ReferenceTableName, alias: null);
        foreach (var column in node.ReferencedTableColumns)
            _columns.Add((node.ReferenceTableName.BaseIdentifier.Value, column.Value));
    }

    public override void Visit(ColumnReferenceExpression node)
    {
        if (node.ColumnType == ColumnType.Regular && node.MultiPartIdentifier.Identifiers is var parts)
            _columns.Add((parts.Count > 1 ? parts[^2].Value : null, parts[^1].Value));
    }

    // Names that the statement gives itself: of a computed column, and of a subquery's columns.
    public override void Visit(SelectScalarExpression node)
    {
        if (node.ColumnName is { } name)
            _made.Add(name.Value);
    }

    public override void Visit(ExecutableStringList node)
        => Inner.Add(string.Concat(node.Strings.OfType<StringLiteral>().Select(text => text.Value)));

    private void Table(SchemaObjectName name, string? alias)
    {
        var table = name.BaseIdentifier.Value;
        if (name.SchemaIdentifier?.Value is "sys" or "INFORMATION_SCHEMA" || IsAliasOf(table))
            return;
        if (!tables.TryGetValue(table, out var columns))
        {
            _unknown.Add($"there is no table {table}");
            return;
        }
        _named.Add(table);
        _tableOf[table] = columns;
        if (alias is not null)
            _tableOf[alias] = _tableOf.TryGetValue(alias, out var other) ? [.. other, .. columns] : columns;
    }

    // UPDATE [a] SET … FROM [Answers] AS [a]: the target is visited before the alias is known.
    private static bool IsAliasOf(string table) => table.Length <= 2;

    private bool IsKnown(string? of, string column)
    {
        if (of is "INSERTED" or "DELETED" or null || !_tableOf.TryGetValue(of, out var columns))
            return _made.Contains(column) || _named.Any(table => tables[table].Contains(column)) || column is "MigrationId";
        return columns.Contains(column) || _made.Contains(column);
    }
}
