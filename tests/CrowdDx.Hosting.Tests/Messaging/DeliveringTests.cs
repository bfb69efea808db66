using CrowdDx.Contracts;
using CrowdDx.Data.Messaging;
using CrowdDx.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Hosting.Tests.Messaging;

/// <summary>At least once on the wire, once in effect, and nothing is forgotten before everybody has it.</summary>
public sealed class DeliveringTests : IAsyncLifetime
{
    private readonly Guid _caseId = Guid.CreateVersion7();
    private Machine _machine = null!;

    public async Task InitializeAsync() => _machine = await Machine.StartAsync();

    public async Task DisposeAsync() => await _machine.DisposeAsync();

    [Fact]
    public async Task OutboxRow_UntilEveryEndpointHasItsInboxRow_Stays()
    {
        var release = new TaskCompletionSource();
        _machine.Script.Before = (consumer, caseId, _) => consumer == SecondConsumer.Name && caseId == _caseId ? release.Task : Task.CompletedTask;
        await _machine.AnnounceAsync(new CaseClosed(_caseId));
        await _machine.WaitForEffectAsync(FirstConsumer.Name, _caseId);
        // A later message passes through the whole machine, the deleting of its row included.
        var later = Guid.CreateVersion7();
        await _machine.AnnounceAsync(new CaseRevised(later, 1));
        await _machine.WaitForEffectAsync(FirstConsumer.Name, later);
        await Eventually.HoldsAsync(async () => (await RowsAsync()).Count == 1, "the later row to go");
        var left = Assert.Single(await RowsAsync());
        Assert.Equal([FirstConsumer.Endpoint], await InboxesOfAsync(left.Id));

        release.SetResult();
        await _machine.WaitForEmptyOutboxAsync();
        Assert.Equal([FirstConsumer.Endpoint, SecondConsumer.Endpoint], await InboxesOfAsync(left.Id));
        Assert.Equal((1, 1), (await _machine.EffectsAsync(FirstConsumer.Name, _caseId), await _machine.EffectsAsync(SecondConsumer.Name, _caseId)));
    }

    [Fact]
    public async Task Message_WhenDeliveredFiveTimesAtOnce_HasItsEffectOnce()
    {
        var all = new TaskCompletionSource();
        // Nobody goes on before all five have begun: each has seen an empty inbox.
        _machine.Script.Before = (consumer, _, attempt) =>
        {
            if (consumer == FirstConsumer.Name && attempt == 5)
                all.TrySetResult();
            return consumer == FirstConsumer.Name ? all.Task : Task.CompletedTask;
        };
        var bus = _machine.Services.GetRequiredService<IBus>();
        var messageId = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => bus.Publish(new CaseClosed(_caseId), context => context.MessageId = messageId)));
        await _machine.WaitForEffectAsync(FirstConsumer.Name, _caseId);
        // One endpoint consumes in the order of arrival, so that what comes last is done last.
        var last = Guid.CreateVersion7();
        await _machine.AnnounceAsync(new CaseClosed(last));
        await _machine.WaitForEffectAsync(SecondConsumer.Name, last);
        await _machine.WaitForEmptyOutboxAsync();
        Assert.Equal((1, 1), (await _machine.EffectsAsync(FirstConsumer.Name, _caseId), await _machine.EffectsAsync(SecondConsumer.Name, _caseId)));
        // The database refuses four inbox rows, and says so; the bus has nothing to complain of.
        Assert.DoesNotContain(_machine.Log.Errors, line => line.StartsWith("MassTransit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Consumer_WhenItThrowsTwice_HasItsEffectOnce()
    {
        _machine.Script.Before = (consumer, _, attempt)
            => consumer == FirstConsumer.Name && attempt <= 2 ? throw new InvalidOperationException("On purpose.") : Task.CompletedTask;
        await _machine.AnnounceAsync(new CaseClosed(_caseId));
        await _machine.WaitForEmptyOutboxAsync();
        Assert.Equal((1, 1), (await _machine.EffectsAsync(FirstConsumer.Name, _caseId), await _machine.EffectsAsync(SecondConsumer.Name, _caseId)));
        Assert.Equal(2, await _machine.InDatabaseAsync(db => db.InboxMessages.CountAsync()));
        var attempts = _machine.Script.AttemptsOf(FirstConsumer.Name, _caseId);
        Assert.Equal(3, attempts.Count);
        Assert.Equal(3, attempts.Distinct().Count());
    }

    [Fact]
    public async Task Consumer_WhenItClearsItsContext_HasItsInboxRowAllTheSame()
    {
        _machine.Script.After = db => db.ChangeTracker.Clear();
        _machine.Script.Before = (_, _, _) => Task.CompletedTask;
        await _machine.AnnounceAsync(new CaseClosed(_caseId));
        await _machine.WaitForEmptyOutboxAsync();
        Assert.Equal(2, await _machine.InDatabaseAsync(db => db.InboxMessages.CountAsync()));
        Assert.Equal(1, await _machine.EffectsAsync(FirstConsumer.Name, _caseId));
    }

    [Fact]
    public async Task Rows_LeftByADeadProcess_ArePublishedAtStart()
    {
        await _machine.StopHostAsync();
        // As the process died: one endpoint had consumed the first message, nobody the second.
        var (half, none) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using (var db = _machine.Database.Open())
        {
            db.Announce(new CaseClosed(half));
            db.InboxMessages.Add(new() { MessageId = db.OutboxMessages.Local.Single().Id, Endpoint = FirstConsumer.Endpoint, ConsumedAt = TimeProvider.System.GetUtcNow() });
            db.Announce(new CaseClosed(none));
            await db.SaveChangesAsync();
        }
        await _machine.StartHostAsync();
        await _machine.WaitForEmptyOutboxAsync();
        Assert.Equal((0, 1), (await _machine.EffectsAsync(FirstConsumer.Name, half), await _machine.EffectsAsync(SecondConsumer.Name, half)));
        Assert.Equal((1, 1), (await _machine.EffectsAsync(FirstConsumer.Name, none), await _machine.EffectsAsync(SecondConsumer.Name, none)));
    }

    private Task<List<OutboxMessage>> RowsAsync() => _machine.InDatabaseAsync(db => db.OutboxMessages.AsNoTracking().ToListAsync());

    private Task<List<string>> InboxesOfAsync(Guid messageId)
        => _machine.InDatabaseAsync(db => db.InboxMessages.Where(m => m.MessageId == messageId).Select(m => m.Endpoint).Order().ToListAsync());
}
