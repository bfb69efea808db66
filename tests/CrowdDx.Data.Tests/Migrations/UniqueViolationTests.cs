using System.Data.Common;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Messaging;
using CrowdDx.Data.Storage;
using CrowdDx.Testing.Machinery;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.Tests.Migrations;

/// <summary>A refusal by a unique index is known from every other refusal.</summary>
public sealed class UniqueViolationTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Fact]
    public async Task Refusal_ByAPrimaryKey_IsOne()
    {
        var id = Guid.CreateVersion7();
        InboxMessage Row() => new() { MessageId = id, Endpoint = "e" };
        await SaveAsync(Row());
        Assert.True((await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(Row()))).IsUniqueViolation());
    }

    [Fact]
    public async Task Refusal_ByAUniqueIndex_IsOne()
    {
        var (network, same) = (Seed.Network(Guid.CreateVersion7()), Seed.Network(Guid.CreateVersion7()));
        same.NormalizedName = network.NormalizedName;
        await SaveAsync(network);
        Assert.True((await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(same))).IsUniqueViolation());
    }

    [Fact]
    public async Task Refusal_ByAForeignKeyOrAMissingValue_IsNone()
    {
        var orphan = new CaseAddendum { CaseId = Guid.CreateVersion7(), Revision = 2, Text = "" };
        Assert.False((await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(orphan))).IsUniqueViolation());
        var empty = Seed.Network(Guid.CreateVersion7());
        empty.Description = null!;
        Assert.False((await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(empty))).IsUniqueViolation());
    }

    [Theory]
    [InlineData(2601, null, true)]
    [InlineData(2627, null, true)]
    [InlineData(547, null, false)]
    [InlineData(0, "23505", true)]
    [InlineData(0, "23503", false)]
    public void Refusal_ByAServer_IsKnownByItsCode(int number, string? state, bool expected)
        => Assert.Equal(expected, new DbUpdateException("Outer.", new ServerException(number, state)).IsUniqueViolation());

    private async Task SaveAsync(object row)
    {
        await using var db = database.Open();
        db.Add(row);
        await db.SaveChangesAsync();
    }

    private sealed class ServerException(int number, string? state) : DbException("Refused.")
    {
        public int Number => number;

        public override string? SqlState => state;
    }
}
