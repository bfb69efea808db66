using CrowdDx.Data;
using CrowdDx.Migrations.PostgreSql;
using CrowdDx.Migrations.Sqlite;
using CrowdDx.Migrations.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Migrations.Tests;

/// <summary>A context of each provider, without a server.</summary>
internal static class Contexts
{
    public static CrowdDxDbContext Of(string provider)
    {
        var options = new DbContextOptionsBuilder<CrowdDxDbContext>();
        _ = provider switch
        {
            "Sqlite" => options.UseCrowdDxSqlite("Data Source=:memory:"),
            "SqlServer" => options.UseCrowdDxSqlServer("Server=none"),
            "PostgreSql" => options.UseCrowdDxPostgreSql("Host=none"),
            _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "No such provider."),
        };
        return new(options.Options, TimeProvider.System);
    }
}
