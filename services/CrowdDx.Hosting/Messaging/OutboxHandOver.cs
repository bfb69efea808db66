using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CrowdDx.Data.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrowdDx.Hosting.Messaging;

/// <summary>
/// Hands outbox rows to this process's relay the moment they are committed, so that nothing waits for a poll.
/// What is lost on the way (a kill, a full queue) is still a row, and the relay's poll finds it.
/// </summary>
internal sealed class OutboxHandOver : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, Pending> _pending = [];

    private readonly Channel<OutboxMessage> _committed = Channel.CreateBounded<OutboxMessage>(
        new BoundedChannelOptions(20_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Rows as they were committed.</summary>
    public ChannelReader<OutboxMessage> Committed => _committed.Reader;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        PendingOf(eventData.Context!).Saving = eventData.Context!.ChangeTracker.Entries<OutboxMessage>()
            .Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList();
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        var pending = PendingOf(eventData.Context!);
        pending.Saved.AddRange(pending.Saving);
        pending.Saving = [];
        if (eventData.Context!.Database.CurrentTransaction is null)
            HandOver(eventData.Context);
        return ValueTask.FromResult(result);
    }

    // A transaction that was dropped without a rollback leaves what was saved in it behind; it must not go out with the next one.
    public InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        PendingOf(eventData.Context!).Saved.Clear();
        return result;
    }

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(TransactionStarting(connection, eventData, result));

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        HandOver(eventData.Context!);
        return Task.CompletedTask;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => HandOver(eventData.Context!);

    private Pending PendingOf(DbContext context) => _pending.GetValue(context, static _ => new Pending());

    private void HandOver(DbContext context)
    {
        var saved = PendingOf(context).Saved;
        foreach (var message in saved)
            _committed.Writer.TryWrite(message);
        saved.Clear();
    }

    private sealed class Pending
    {
        public List<OutboxMessage> Saving { get; set; } = [];

        public List<OutboxMessage> Saved { get; } = [];
    }
}
