using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.Tests.Migrations;

public sealed class MigrationsTests(SqliteFile file) : IClassFixture<SqliteFile>
{
    [Fact]
    public async Task Model_HasNoChangeWithoutAMigration()
    {
        await using var db = file.Open();
        Assert.False(db.Database.HasPendingModelChanges(), "build/add-migration.sh writes the missing one.");
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }
}
