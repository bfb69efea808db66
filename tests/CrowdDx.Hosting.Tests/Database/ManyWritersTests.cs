using CrowdDx.Data.Messaging;
using CrowdDx.Data.Storage;
using CrowdDx.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Hosting.Tests.Database;

public sealed class ManyWritersTests : IAsyncLifetime
{
    private Machine _machine = null!;

    public async Task InitializeAsync() => _machine = await Machine.StartAsync(new SqliteTestDatabase());

    public async Task DisposeAsync() => await _machine.DisposeAsync();

    [Fact]
    public async Task Transactions_OfManyWriters_NeverOverlapNorFindTheFileBusy()
    {
        const int writers = 64;
        const int each = 50;
        // One row that everybody counts up by reading and writing it: an overlap would lose a count.
        var counter = Guid.CreateVersion7();
        await _machine.InDatabaseAsync(db =>
        {
            db.Add(new InboxMessage { MessageId = counter, Endpoint = "counter", ConsumedAt = DateTimeOffset.UnixEpoch });
            return db.SaveChangesAsync();
        });
        var inside = 0;
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
            {
                await _machine.InDatabaseAsync(db => i % 10 == 9
                    ? db.InboxMessages.Where(m => m.MessageId == counter).ExecuteUpdateAsync(m => m.SetProperty(x => x.Endpoint, "counter"))
                    : db.TransactAsync(
                        async token =>
                        {
                            Assert.Equal(1, Interlocked.Increment(ref inside));
                            var at = await db.InboxMessages.Where(m => m.MessageId == counter).Select(m => m.ConsumedAt).SingleAsync(token);
                            var changed = await db.InboxMessages.Where(m => m.MessageId == counter)
                                .ExecuteUpdateAsync(m => m.SetProperty(x => x.ConsumedAt, at.AddTicks(1)), token);
                            Assert.Equal(0, Interlocked.Decrement(ref inside));
                            return changed;
                        },
                        CancellationToken.None));
            }
        })));
        var counted = await _machine.InDatabaseAsync(db => db.InboxMessages.Select(m => m.ConsumedAt).SingleAsync());
        Assert.Equal(writers * each * 9 / 10, counted.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks);
        Assert.DoesNotContain(_machine.Log.Lines, line => line.Contains("database is locked", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task Connection_OfEveryContext_IsWriteAheadAndSurvivesALossOfPower(string pragma, string value)
    {
        Assert.Equal(value, await ReadAsync(pragma));
        Assert.Equal(value, await _machine.InDatabaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction);
            command.CommandText = $"PRAGMA {pragma}";
            return $"{await command.ExecuteScalarAsync()}";
        }));
    }

    private Task<string> ReadAsync(string pragma)
        => _machine.InDatabaseAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            return $"{await command.ExecuteScalarAsync()}";
        });
}
