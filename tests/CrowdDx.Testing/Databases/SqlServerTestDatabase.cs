using CrowdDx.Migrations.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Testing.Databases;

/// <summary>A database on the server under test, made by the migrations of whoever uses it first.</summary>
public sealed class SqlServerTestDatabase : TestDatabase
{
    private readonly string _connection = new SqlConnectionStringBuilder(Required(SqlServerVariable)) { InitialCatalog = $"crowddx_{Guid.CreateVersion7():N}" }.ConnectionString;

    public override string Provider => "SqlServer";

    public override string ConnectionString => _connection;

    protected override void Use(DbContextOptionsBuilder options) => options.UseCrowdDxSqlServer(ConnectionString);

    protected override void Remove()
    {
        using (var pool = new SqlConnection(ConnectionString))
            SqlConnection.ClearPool(pool);
        using var db = Open();
        db.Database.EnsureDeleted();
    }
}
