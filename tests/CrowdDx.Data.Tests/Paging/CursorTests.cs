using CrowdDx.Data.Requests;
using CrowdDx.Testing.Machinery;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.Tests.Paging;

/// <summary>A list is read page by page without a gap or a repetition, in the database's own order.</summary>
public sealed class CursorTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Fact]
    public void Cursor_ReadBack_IsWhatWasGiven()
        => Prop.ForAll(
            ArbMap.Default.ArbFor<(uint High, uint Low, Guid Id)>(),
            sample =>
            {
                var ticks = (long)(((ulong)sample.High << 32 | sample.Low) % (ulong)DateTimeOffset.MaxValue.UtcTicks);
                var cursor = new Cursor(new DateTimeOffset(ticks, TimeSpan.Zero), sample.Id);
                return Cursor.TryParse(cursor.ToString(), out var read) && read == cursor;
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA*")]
    [InlineData("________________________________")]
    public void Cursor_ThatNoPageGaveOut_IsRefused(string text) => Assert.False(Cursor.TryParse(text, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Cursor_WhereThereIsNone_IsTheBeginning(string? text)
    {
        Assert.True(Cursor.TryParse(text, out var cursor));
        Assert.Null(cursor);
    }

    [Fact]
    public async Task Pages_OfAnySize_GiveEachRowOnceAndInOrder()
    {
        // Ids in no order, and many rows of the same instant.
        var random = new Random(20261123);
        await using var db = database.Open();
        db.AddRange(Enumerable.Range(0, 60).Select(i => Seed.Network(Seed.Id(random), at: Seed.Then.AddTicks(i / 13))));
        await db.SaveChangesAsync();
        var all = await db.ExpertNetworks.OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id).Select(n => n.Id).ToListAsync();
        for (var size = 1; size <= all.Count + 1; size++)
            Assert.Equal(all, await ReadAsync(db, size));
    }

    private static async Task<List<Guid>> ReadAsync(CrowdDxDbContext db, int size)
    {
        var read = new List<Guid>();
        string? next = null;
        do
        {
            Assert.Null(new PageRequest(next, size).Read(out var after, out var limit));
            var rows = db.ExpertNetworks.AsQueryable();
            if (after is { } last)
                rows = rows.Where(n => n.CreatedAt < last.At || (n.CreatedAt == last.At && n.Id.CompareTo(last.Id) < 0));
            var found = await rows.OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id).Take(limit + 1).Select(n => new { n.Id, n.CreatedAt }).ToListAsync();
            var page = Page(found, limit, n => new Cursor(n.CreatedAt, n.Id));
            Assert.InRange(page.Items.Count, 1, size);
            read.AddRange(page.Items.Select(n => n.Id));
            next = page.Next;
        }
        while (next is not null);
        return read;
    }

    private static Page<T> Page<T>(List<T> fetched, int limit, Func<T, Cursor> cursorOf) => Requests.Page<T>.Of(fetched, limit, cursorOf);
}
