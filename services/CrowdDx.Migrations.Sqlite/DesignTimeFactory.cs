using CrowdDx.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CrowdDx.Migrations.Sqlite;

/// <summary>Makes a context for <c>dotnet ef</c>, without a host and without a file.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<CrowdDxDbContext>
{
    /// <inheritdoc />
    public CrowdDxDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<CrowdDxDbContext>();
        options.UseCrowdDxSqlite("Data Source=:memory:");
        return new(options.Options, TimeProvider.System);
    }
}
