using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

using CrowdDx.Data;

namespace CrowdDx.Migrations.Sqlite;

/// <summary>Makes a context for <c>dotnet ef</c>, without a host and without a file.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<CrowdDxDbContext>
{
    /// <inheritdoc />
    public CrowdDxDbContext CreateDbContext(string[] args)
        => new(
            new DbContextOptionsBuilder<CrowdDxDbContext>()
                .UseSqlite("Data Source=:memory:", sqlite => sqlite.MigrationsAssembly(typeof(DesignTimeFactory).Assembly.FullName))
                .Options,
            TimeProvider.System);
}
