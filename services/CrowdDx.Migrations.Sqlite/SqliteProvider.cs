using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Migrations.Sqlite;

/// <summary>CrowdDx on SQLite.</summary>
public static class SqliteProvider
{
    /// <summary>Uses the file, with these migrations.</summary>
    public static DbContextOptionsBuilder UseCrowdDxSqlite(this DbContextOptionsBuilder context, string connectionString)
        => context.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteProvider).Assembly.FullName));
}
