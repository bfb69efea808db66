using CrowdDx.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.Tests;

/// <summary>A database made by the migrations, of the kind that this run is about.</summary>
public sealed class MigratedDatabase : IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.Create();

    public CrowdDxDbContext Open(Action<DbContextOptionsBuilder>? configure = null) => _database.Open(configure);

    public async Task InitializeAsync()
    {
        await using var db = Open();
        await db.Database.MigrateAsync();
    }

    public Task DisposeAsync()
    {
        _database.Dispose();
        return Task.CompletedTask;
    }
}
