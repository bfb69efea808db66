using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.Tests;

/// <summary>A database made by the migrations.</summary>
public sealed class SqliteFile : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crowddx-").FullName;

    public CrowdDxDbContext Open()
        => new(
            new DbContextOptionsBuilder<CrowdDxDbContext>()
                .UseSqlite($"Data Source={Path.Combine(_folder, "crowddx.db")}", sqlite => sqlite.MigrationsAssembly("CrowdDx.Migrations.Sqlite")).Options,
            TimeProvider.System);

    public async Task InitializeAsync()
    {
        await using var db = Open();
        await db.Database.MigrateAsync();
    }

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
