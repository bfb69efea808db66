using CrowdDx.Data;
using CrowdDx.Data.Messaging;
using CrowdDx.Data.Storage;
using CrowdDx.Hosting.Database;
using CrowdDx.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Hosting.Tests.Database;

/// <summary>However a write ends, the next one may begin, even while the context of the first lives on.</summary>
public sealed class WriteGateTests : IAsyncLifetime
{
    private Machine _machine = null!;
    private AsyncServiceScope _scope;

    private CrowdDxDbContext Db => _scope.ServiceProvider.GetRequiredService<CrowdDxDbContext>();

    public async Task InitializeAsync()
    {
        _machine = await Machine.StartAsync(new SqliteTestDatabase());
        _scope = _machine.Services.CreateAsyncScope();
    }

    public async Task DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _machine.DisposeAsync();
    }

    [Fact]
    public async Task Gate_WhileATransactionIsOpen_IsClosedToOthers()
    {
        await using var transaction = await Db.Database.BeginTransactionAsync();
        Assert.False(await IsFreeAsync());
    }

    [Fact]
    public async Task Gate_AfterACommit_IsFree()
    {
        await using var transaction = await Db.Database.BeginTransactionAsync();
        await transaction.CommitAsync();
        Assert.True(await IsFreeAsync());
    }

    [Fact]
    public async Task Gate_AfterARollback_IsFree()
    {
        await using var transaction = await Db.Database.BeginTransactionAsync();
        await transaction.RollbackAsync();
        Assert.True(await IsFreeAsync());
    }

    [Fact]
    public async Task Gate_AfterATransactionIsDisposedWithoutAWord_IsFree()
    {
        await using (await Db.Database.BeginTransactionAsync())
        {
        }
        Assert.True(await IsFreeAsync());
    }

    [Fact]
    public async Task Gate_AfterAnAsynchronousOrSynchronousSave_IsFree()
    {
        Db.Add(Row());
        await Db.SaveChangesAsync();
        Assert.True(await IsFreeAsync());
        Db.Add(Row());
#pragma warning disable MA0042, CA1849 // The synchronous way is what is tested.
        Assert.Equal(1, Db.SaveChanges());
#pragma warning restore MA0042, CA1849
        Assert.True(await IsFreeAsync());
    }

    [Fact]
    public async Task Gate_WhenTheHostIsDisposedWhileOneWaits_StillLetsThatOneIn()
    {
        await using var services = new ServiceCollection().AddSingleton<SqliteWriteGate>().BuildServiceProvider();
        await using SqliteConnection holder = new(), waiter = new();
        var gate = services.GetRequiredService<SqliteWriteGate>();
        await gate.EnterAsync(holder, CancellationToken.None);
        var waiting = gate.EnterAsync(waiter, CancellationToken.None);
        await services.DisposeAsync();

        gate.Leave(holder);
        await waiting.AsTask().WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
    }

    [Fact]
    public async Task Gate_AfterASaveThatIsRefused_IsFree()
    {
        var row = Row();
        Db.Add(row);
        await Db.SaveChangesAsync();
        Db.ChangeTracker.Clear();
        Db.Add(new InboxMessage { MessageId = row.MessageId, Endpoint = row.Endpoint });
        await Assert.ThrowsAsync<DbUpdateException>(() => Db.SaveChangesAsync());
        Assert.True(await IsFreeAsync());
    }

    [Fact]
    public async Task Gate_AfterBeginFails_IsFree()
    {
        await using var stranger = new SqliteConnection(_machine.ConnectionString);
        await stranger.OpenAsync();
        await using (await stranger.BeginTransactionAsync())
        {
            Db.Database.SetCommandTimeout(1);
            ((SqliteConnection)Db.Database.GetDbConnection()).DefaultTimeout = 1;
            await Assert.ThrowsAsync<SqliteException>(() => Db.Database.BeginTransactionAsync());
            Assert.True(await IsFreeAsync());
        }
        Db.Add(Row());
        Assert.Equal(1, await Db.SaveChangesAsync());
    }

    [Fact]
    public async Task Gate_AfterAWaitIsCancelled_BelongsToWhoHasIt()
    {
        await using var transaction = await Db.Database.BeginTransactionAsync();
        using var impatient = new CancellationTokenSource();
        var waiting = _machine.InDatabaseAsync(db => db.InboxMessages.ExecuteDeleteAsync(impatient.Token));
        var waitingToo = _machine.InDatabaseAsync(db => db.TransactAsync(token => db.InboxMessages.CountAsync(token), impatient.Token));
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waitingToo);
        Assert.False(await IsFreeAsync());
        await transaction.CommitAsync();
        Assert.True(await IsFreeAsync());
    }

    [Fact]
    public async Task Gate_AfterAStatementOutsideATransaction_IsFree()
    {
        Db.Add(Row());
        await Db.SaveChangesAsync();
        Assert.Equal(1, await Db.InboxMessages.ExecuteUpdateAsync(m => m.SetProperty(x => x.ConsumedAt, DateTimeOffset.UnixEpoch)));
        Assert.True(await IsFreeAsync());
        Assert.Equal(1, await Db.InboxMessages.ExecuteDeleteAsync());
        Assert.True(await IsFreeAsync());
    }

    [Fact]
    public async Task Gate_AfterAStatementFails_IsFree()
    {
        await Assert.ThrowsAsync<SqliteException>(() => Db.Database.ExecuteSqlAsync($"""INSERT INTO "NoSuchTable" VALUES (1)"""));
        Assert.True(await IsFreeAsync());
        await using var transaction = await Db.Database.BeginTransactionAsync();
        await Assert.ThrowsAsync<SqliteException>(() => Db.Database.ExecuteSqlAsync($"""INSERT INTO "NoSuchTable" VALUES (1)"""));
        Assert.False(await IsFreeAsync());
        await transaction.RollbackAsync();
        Assert.True(await IsFreeAsync());
    }

    [Fact]
    public async Task Statement_WhileATransactionIsOpen_Waits()
    {
        await using var transaction = await Db.Database.BeginTransactionAsync();
        Db.Add(Row());
        await Db.SaveChangesAsync();
        var deleting = _machine.InDatabaseAsync(db => db.InboxMessages.ExecuteDeleteAsync());
        // A reader passes, and sees what was committed.
        Assert.Equal(0, await _machine.InDatabaseAsync(db => db.InboxMessages.CountAsync()));
        Assert.False(deleting.IsCompleted);
        await transaction.CommitAsync();
        Assert.Equal(1, await deleting);
    }

    /// <summary>Whether somebody else could enter now.</summary>
    private async Task<bool> IsFreeAsync()
    {
        await using var other = new SqliteConnection();
        using var now = new CancellationTokenSource();
        var gate = _machine.Services.GetRequiredService<SqliteWriteGate>();
        var entering = gate.EnterAsync(other, now.Token).AsTask();
        var free = entering.IsCompletedSuccessfully;
        await now.CancelAsync();
        await entering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        gate.Leave(other);
        return free;
    }

    private static InboxMessage Row() => new() { MessageId = Guid.CreateVersion7(), Endpoint = "test", ConsumedAt = DateTimeOffset.UnixEpoch };
}
