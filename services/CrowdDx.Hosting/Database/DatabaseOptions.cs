using System.ComponentModel.DataAnnotations;

namespace CrowdDx.Hosting.Database;

/// <summary>Where data is kept. Configuration section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Kind of database.</summary>
    /// <value>Default: <see cref="DatabaseProvider.Sqlite"/>.</value>
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>ADO.NET connection string. For SQLite it names the file, whose folder is made where missing.</summary>
    /// <value>Default: <c>Data Source=data/crowddx.db</c>.</value>
    [Required]
    public string ConnectionString { get; init; } = "Data Source=data/crowddx.db";

    /// <summary>Whether this process brings the schema up to date as it starts.</summary>
    /// <value>Default: <c>true</c>.</value>
    public bool Migrate { get; init; } = true;
}

/// <summary>Kinds of database.</summary>
public enum DatabaseProvider
{
    /// <summary>A file, for one process.</summary>
    Sqlite = 0,

    /// <summary>Microsoft SQL Server.</summary>
    SqlServer = 1,

    /// <summary>PostgreSQL.</summary>
    PostgreSql = 2,
}
