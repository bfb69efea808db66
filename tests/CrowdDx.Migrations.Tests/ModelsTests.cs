using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrowdDx.Migrations.Tests;

/// <summary>What the migrations of each provider make is what the model says, and what its server can hold.</summary>
public sealed class ModelsTests
{
    private const string BinaryCollation = "Latin1_General_100_BIN2";

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    [InlineData("PostgreSql")]
    public void Model_OfEachProvider_HasNoChangeWithoutAMigration(string provider)
    {
        using var db = Contexts.Of(provider);
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), "build/add-migration.sh writes the missing one.");
    }

    [Fact]
    public void Keys_OnSqlServer_FitIntoItsIndexes()
    {
        using var db = Contexts.Of("SqlServer");
        var tables = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.ToList();
        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            // The primary key is the clustered index, which holds 900 bytes; any other 1,700.
            Assert.All(table.UniqueConstraints, key => Assert.InRange(key.Columns.Sum(BytesOf), 1, key.GetIsPrimaryKey() ? 900 : 1_700));
            Assert.All(table.Indexes, index => Assert.InRange(index.Columns.Sum(BytesOf), 1, 1_700));
        }
    }

    [Fact]
    public void Text_OnSqlServer_IsComparedByItsCodePoints()
    {
        using var db = Contexts.Of("SqlServer");
        var texts = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.SelectMany(table => table.Columns)
            .Where(column => column.StoreType.Contains("char", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, column => Assert.True(column.Collation == BinaryCollation, $"{column.Table.Name}.{column.Name} has the collation {column.Collation}."));
    }

    private static int BytesOf(IColumnBase column)
    {
        var type = column.StoreType;
        if (type.IndexOf('(', StringComparison.Ordinal) is var open and > 0)
        {
            Assert.False(type.EndsWith("(max)", StringComparison.Ordinal), $"{column.Table.Name}.{column.Name} is {type}, which no index holds.");
            return int.Parse(type[(open + 1)..^1], System.Globalization.CultureInfo.InvariantCulture) * (type.StartsWith('n') ? 2 : 1);
        }
        return type switch
        {
            "uniqueidentifier" => 16,
            "bigint" or "float" => 8,
            "int" => 4,
            "bit" => 1,
            _ => throw new InvalidOperationException($"How long is {type}?"),
        };
    }
}
