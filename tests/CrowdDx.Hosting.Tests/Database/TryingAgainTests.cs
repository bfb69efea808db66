using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Messaging;
using CrowdDx.Data.Storage;
using CrowdDx.Hosting.Tests.Messaging;
using CrowdDx.Testing.Databases;
using CrowdDx.Testing.Machinery;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrowdDx.Hosting.Tests.Database;

/// <summary>A transaction that a server gives up for another's sake is run again, from the state that it began with.</summary>
public sealed class TryingAgainTests : IAsyncLifetime
{
    private Machine _machine = null!;

    public async Task InitializeAsync()
    {
        if (PostgreSqlTestDatabase.IsThere)
            _machine = await Machine.StartAsync(new PostgreSqlTestDatabase());
    }

    public async Task DisposeAsync()
    {
        if (_machine is not null)
            await _machine.DisposeAsync();
    }

    [PostgreSqlFact]
    public async Task Row_AddedBefore_IsWrittenByTheSecondAttempt()
    {
        var row = new InboxMessage { MessageId = Guid.CreateVersion7(), Endpoint = "test", ConsumedAt = Seed.Then };
        var attempts = await TransactTwiceAsync(db => db.Add(row), (db, token) => db.SaveChangesAsync(token));
        Assert.Equal(2, attempts);
        Assert.Equal(1, await _machine.InDatabaseAsync(db => db.InboxMessages.CountAsync(m => m.MessageId == row.MessageId)));
    }

    [PostgreSqlFact]
    public async Task Rows_ChangedAndRemovedBefore_AreWrittenByTheSecondAttempt()
    {
        var (author, network, gone) = (Seed.Account(Guid.CreateVersion7(), AccountRoles.Student), Seed.Network(Guid.CreateVersion7()), Seed.Network(Guid.CreateVersion7()));
        var kept = Seed.Case(Guid.CreateVersion7(), author.Id, network.Id);
        await _machine.InDatabaseAsync(db =>
        {
            db.AddRange(author, network, gone, kept);
            return db.SaveChangesAsync();
        });
        await TransactTwiceAsync(
            db =>
            {
                var loaded = db.ClinicalCases.Single(c => c.Id == kept.Id);
                loaded.Close(Seed.Then);
                loaded.Permission.Withdraw(PermissionScope.Teaching, Seed.Then);
                db.Remove(db.ExpertNetworks.Single(n => n.Id == gone.Id));
            },
            (db, token) => db.SaveChangesAsync(token));
        Assert.Equal(
            (CaseStatus.Closed, PermissionScope.Answers, false),
            await _machine.InDatabaseAsync(async db => await db.ClinicalCases.Where(c => c.Id == kept.Id).Select(c => new
            {
                c.Status,
                c.Permission.Scope,
                IsThere = db.ExpertNetworks.Any(n => n.Id == gone.Id),
            }).SingleAsync() is var found ? (found.Status, found.Scope, found.IsThere) : default));
    }

    [PostgreSqlFact]
    public async Task Message_AnnouncedInBothAttempts_IsPublishedOnce()
    {
        var caseId = Guid.CreateVersion7();
        await TransactTwiceAsync(
            _ => { },
            (db, token) =>
            {
                db.Announce(new CaseClosed(caseId));
                return db.SaveChangesAsync(token);
            });
        await _machine.WaitForEffectAsync(FirstConsumer.Name, caseId);
        await _machine.WaitForEmptyOutboxAsync();
        Assert.Equal([new CaseClosed(caseId)], _machine.Script.Published);
    }

    [PostgreSqlFact]
    public async Task Transactions_ThatCountOneRowUp_LoseNoCount()
    {
        const int writers = 8;
        const int each = 25;
        var id = await StoreRowAsync();
        // Each reads, then writes what it read and one: without the isolation that is asked for, counts would be lost.
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
                await _machine.InDatabaseAsync(db => db.TransactAsync(token => CountUpAsync(db, id, token), CancellationToken.None));
        })));
        Assert.Equal(writers * each, await _machine.InDatabaseAsync(db => db.InboxMessages.Where(m => m.MessageId == id).Select(m => m.ConsumedAt).SingleAsync()) is var at ? (at - Seed.Then).Ticks : 0);
    }

    [PostgreSqlFact]
    public async Task Transactions_ThatWaitForEachOther_BothEndWell()
    {
        Guid[] ids = [await StoreRowAsync(), await StoreRowAsync()];
        using var both = new Barrier(2);
        var attempts = 0;
        await Task.WhenAll(new[] { ids, [.. ids.Reverse()] }.Select(order => Task.Run(() => _machine.InDatabaseAsync(db => db.TransactAsync(
            System.Data.IsolationLevel.ReadCommitted,
            async token =>
            {
                var first = Interlocked.Increment(ref attempts) <= 2;
                await CountUpAsync(db, order[0], token);
                // Both hold one row before either asks for the other's.
                if (first)
                    both.SignalAndWait(TimeSpan.FromSeconds(20), token);
                return await CountUpAsync(db, order[1], token);
            },
            CancellationToken.None)))));
        Assert.Equal(3, attempts);
    }

    /// <summary>Runs work twice: the first time the server gives the transaction up after everything has been saved.</summary>
    private async Task<int> TransactTwiceAsync(Action<CrowdDxDbContext> before, Func<CrowdDxDbContext, CancellationToken, Task<int>> work)
    {
        var attempts = 0;
        await _machine.InDatabaseAsync(db =>
        {
            before(db);
            return db.TransactAsync(
                async token =>
                {
                    Assert.NotEqual(0, await work(db, token));
                    return ++attempts == 1 ? throw new PostgresException("Given up.", "ERROR", "ERROR", PostgresErrorCodes.SerializationFailure) : attempts;
                },
                CancellationToken.None);
        });
        return attempts;
    }

    private async Task<Guid> StoreRowAsync()
    {
        var row = new InboxMessage { MessageId = Guid.CreateVersion7(), Endpoint = "counter", ConsumedAt = Seed.Then };
        await _machine.InDatabaseAsync(db =>
        {
            db.Add(row);
            return db.SaveChangesAsync();
        });
        return row.MessageId;
    }

    private static async Task<int> CountUpAsync(CrowdDxDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var at = await db.InboxMessages.Where(m => m.MessageId == id).Select(m => m.ConsumedAt).SingleAsync(cancellationToken);
        return await db.InboxMessages.Where(m => m.MessageId == id).ExecuteUpdateAsync(m => m.SetProperty(x => x.ConsumedAt, at.AddTicks(1)), cancellationToken);
    }
}
