using CrowdDx.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CrowdDx.Migrations.SqlServer;

/// <summary>Makes a context for <c>dotnet ef</c>, without a host and without a server.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<CrowdDxDbContext>
{
    /// <inheritdoc />
    public CrowdDxDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<CrowdDxDbContext>();
        options.UseCrowdDxSqlServer("Server=none");
        return new(options.Options, TimeProvider.System);
    }
}
