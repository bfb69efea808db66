using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.Tests.Migrations;

public sealed class MigrationsTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Fact]
    public async Task Model_HasNoChangeWithoutAMigration()
    {
        await using var db = database.Open();
        Assert.False(db.Database.HasPendingModelChanges(), "build/add-migration.sh writes the missing one.");
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }
}
