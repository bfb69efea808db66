using CrowdDx.Accounts.Audit;
using CrowdDx.Data.Accounts;
using CrowdDx.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Accounts.Tests.Audit;

/// <summary>Whatever is taken out of the trail, put into it or altered shows.</summary>
public sealed class AuditTrailTests : IDisposable
{
    private readonly ShiftedClock _clock = new();
    private readonly CrowdDxApplication _app;

    public AuditTrailTests() => _app = new CrowdDxApplication().With(services => services.AddSingleton<TimeProvider>(_clock));

    [Fact]
    public async Task Trail_OfManyWriters_IsSealedWholeAndVerifies()
    {
        await _app.OperatorAsync();
        // More than one batch of the sealer, from many transactions at once, while it works.
        var writing = Task.WhenAll(Enumerable.Range(0, 30).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
            {
                await _app.InDatabaseAsync(db =>
                {
                    db.Audit("test.act", Guid.CreateVersion7(), Guid.CreateVersion7(), $"reason {writer} {i}");
                    return db.SaveChangesAsync();
                });
            }
        })));
        await Eventually.HoldsAsync(
            async () =>
            {
                _clock.Advance(TimeSpan.FromSeconds(10));
                return writing.IsCompleted && await _app.InDatabaseAsync(async db => !await db.AuditEntries.AnyAsync(e => e.Sequence == null));
            },
            "every entry to be sealed");
        await writing;
        var entries = await ReadAsync();
        Assert.InRange(entries.Count, 1_201, int.MaxValue);
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(n => (long?)n), entries.Select(e => e.Sequence));
        Assert.True(AuditChain.Verify(entries));
    }

    public static TheoryData<string> Tamperings { get; } = [.. SqlOf.Keys];

    private static Dictionary<string, string> SqlOf => new(StringComparer.Ordinal)
    {
        ["another action"] = """UPDATE "AuditEntries" SET "Action" = 'test.other' WHERE "Sequence" = 5""",
        ["another reason"] = """UPDATE "AuditEntries" SET "Reason" = 'because' WHERE "Sequence" = 5""",
        ["another actor"] = """UPDATE "AuditEntries" SET "ActorId" = "Id" WHERE "Sequence" = 5""",
        ["another subject"] = """UPDATE "AuditEntries" SET "SubjectId" = NULL WHERE "Sequence" = 5""",
        ["another time"] = """UPDATE "AuditEntries" SET "At" = "At" + 1 WHERE "Sequence" = 5""",
        ["one taken out"] = """DELETE FROM "AuditEntries" WHERE "Sequence" = 5""",
        ["the first taken out"] = """DELETE FROM "AuditEntries" WHERE "Sequence" = 1""",
        ["one taken out and the rest numbered anew"] =
            """
            DELETE FROM "AuditEntries" WHERE "Sequence" = 5;
            UPDATE "AuditEntries" SET "Sequence" = -"Sequence" WHERE "Sequence" > 5;
            UPDATE "AuditEntries" SET "Sequence" = -"Sequence" - 1 WHERE "Sequence" < 0;
            """,
        ["an entry without its seal"] = """UPDATE "AuditEntries" SET "Hash" = NULL WHERE "Sequence" = 5""",
    };

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task Trail_ThatWasTamperedWith_DoesNotVerify(string tampering)
    {
        await _app.OperatorAsync();
        await _app.InDatabaseAsync(db =>
        {
            for (var i = 0; i < 10; i++)
                db.Audit("test.act", Guid.CreateVersion7(), Guid.CreateVersion7(), "a reason");
            return db.SaveChangesAsync();
        });
        await Eventually.HoldsAsync(
            async () =>
            {
                _clock.Advance(TimeSpan.FromSeconds(10));
                return await _app.InDatabaseAsync(async db => !await db.AuditEntries.AnyAsync(e => e.Sequence == null));
            },
            "every entry to be sealed");
        Assert.True(AuditChain.Verify(await ReadAsync()));
        await _app.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(SqlOf[tampering]));
        Assert.False(AuditChain.Verify(await ReadAsync()));
    }

    public void Dispose() => _app.Dispose();

    private Task<List<AuditEntry>> ReadAsync()
        => _app.InDatabaseAsync(db => db.AuditEntries.AsNoTracking().Where(e => e.Sequence != null).OrderBy(e => e.Sequence).ToListAsync());
}
