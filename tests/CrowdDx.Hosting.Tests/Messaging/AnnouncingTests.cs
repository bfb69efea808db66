using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CrowdDx.Hosting.Tests.Messaging;

/// <summary>A message goes out if, and only if, the change that it announces is committed.</summary>
public sealed class AnnouncingTests : IAsyncLifetime
{
    private readonly CaseRevised _lost = new(Guid.CreateVersion7(), 1);
    private readonly CaseRevised _kept = new(Guid.CreateVersion7(), 2);
    private Machine _machine = null!;

    public async Task InitializeAsync() => _machine = await Machine.StartAsync();

    public async Task DisposeAsync() => await _machine.DisposeAsync();

    [Fact]
    public async Task Message_WhenItsSaveFails_IsNeverPublished()
    {
        var taken = new InboxMessage { MessageId = Guid.CreateVersion7(), Endpoint = "taken", ConsumedAt = default };
        await _machine.InDatabaseAsync(db =>
        {
            db.Add(taken);
            return db.SaveChangesAsync();
        });
        await OnlyTheKeptGoesOutAsync(async db =>
        {
            db.Announce(_lost);
            db.Add(new InboxMessage { MessageId = taken.MessageId, Endpoint = taken.Endpoint, ConsumedAt = default });
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        });
    }

    [Fact]
    public Task Message_WhenItsTransactionIsRolledBack_IsNeverPublished()
        => OnlyTheKeptGoesOutAsync(async db =>
        {
            await using var transaction = await SaveInTransactionAsync(db);
            await transaction.RollbackAsync();
        });

    [Fact]
    public Task Message_WhenItsTransactionIsDisposedWithoutAWord_IsNeverPublished()
        => OnlyTheKeptGoesOutAsync(async db =>
        {
            await using (await SaveInTransactionAsync(db))
            {
            }
        });

    [Fact]
    public Task Message_WhenSavedAgainAfterARollback_IsNotPublishedForTheFirstTime()
        => OnlyTheKeptGoesOutAsync(
            async db =>
            {
                await using var transaction = await SaveInTransactionAsync(db);
                await transaction.RollbackAsync();
            },
            inTransaction: true);

    [Fact]
    public async Task Message_InATransaction_WaitsForTheCommit()
    {
        await InStrategyAsync(async db =>
        {
            await using var transaction = await SaveInTransactionAsync(db);
            Assert.DoesNotContain(_lost, _machine.Script.Published);
            await transaction.CommitAsync();
        });
        await _machine.WaitForEffectAsync(FirstConsumer.Name, _lost.CaseId);
        await _machine.WaitForEmptyOutboxAsync();
        Assert.Equal(1, await _machine.EffectsAsync(FirstConsumer.Name, _lost.CaseId));
    }

    /// <summary>Loses one message, and sends another one after it through the same context, so that whatever is left of the first would go out before.</summary>
    private async Task OnlyTheKeptGoesOutAsync(Func<CrowdDxDbContext, Task> loseAsync, bool inTransaction = false)
    {
        await InStrategyAsync(async db =>
        {
            await loseAsync(db);
            db.ChangeTracker.Clear();
            await using var transaction = inTransaction ? await db.Database.BeginTransactionAsync() : null;
            db.Announce(_kept);
            await db.SaveChangesAsync();
            if (transaction is not null)
                await transaction.CommitAsync();
        });
        await _machine.WaitForEffectAsync(FirstConsumer.Name, _kept.CaseId);
        await _machine.WaitForEmptyOutboxAsync();
        Assert.Equal([_kept], _machine.Script.Published);
        Assert.Equal(0, await _machine.EffectsAsync(FirstConsumer.Name, _lost.CaseId));
    }

    private async Task<IDbContextTransaction> SaveInTransactionAsync(CrowdDxDbContext db)
    {
        var transaction = await db.Database.BeginTransactionAsync();
        db.Announce(_lost);
        await db.SaveChangesAsync();
        return transaction;
    }

    // A context that may try again allows transactions of one's own only inside its strategy.
    private Task<bool> InStrategyAsync(Func<CrowdDxDbContext, Task> work)
        => _machine.InDatabaseAsync(async db =>
        {
            await db.Database.CreateExecutionStrategy().ExecuteAsync(() => work(db));
            return true;
        });
}
