using System.Text.Json;
using CrowdDx.Contracts;
using CrowdDx.Data.Messaging;
using CrowdDx.Hosting.Messaging.Failures;
using CrowdDx.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Hosting.Tests.Messaging.Failures;

/// <summary>Without a broker what failed is an outbox row; an operator sees it, and need not wait for it to be tried again.</summary>
public sealed class WithoutBrokerTests : IAsyncLifetime
{
    private readonly Guid _caseId = Guid.CreateVersion7();
    private Machine _machine = null!;
    private bool _broken = true;

    public async Task InitializeAsync()
    {
        _machine = await Machine.StartAsync();
        _machine.Script.Before = (consumer, id, _)
            => _broken && consumer == FirstConsumer.Name && id == _caseId ? throw new InvalidOperationException("On purpose.") : Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _machine.DisposeAsync();

    [Fact]
    public async Task Message_ThatFailed_IsListedUntilItIsConsumed()
    {
        await _machine.AnnounceAsync(new CaseClosed(_caseId));

        var failed = await FailedAsync();
        Assert.Equal((FirstConsumer.Endpoint, "CaseClosed", typeof(InvalidOperationException).FullName), (failed.Queue, failed.Type, failed.Fault));
        Assert.Equal($$"""{"caseId":"{{_caseId}}"}""", JsonSerializer.Serialize(failed.Facts));

        _broken = false;
        _machine.Clock.Advance(TimeSpan.FromHours(1));
        await _machine.WaitForEmptyOutboxAsync();
        Assert.Equal(0, (await ReadAsync()).Total);
    }

    [Fact]
    public async Task Message_Replayed_IsConsumedWithoutWaitingForItsTime()
    {
        await _machine.AnnounceAsync(new CaseClosed(_caseId));
        var failed = await FailedAsync();
        // All attempts of the first time.
        await Eventually.HoldsAsync(() => Task.FromResult(_machine.Script.AttemptsOf(FirstConsumer.Name, _caseId).Count == 5), "the message to be given up");
        _broken = false;

        await using (var scope = _machine.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IFailedMessages>().ReplayAsync(message => message.MessageId == failed.MessageId, _ => Task.CompletedTask, CancellationToken.None);

        await _machine.WaitForEmptyOutboxAsync();
        Assert.Equal((1, 1), (await _machine.EffectsAsync(FirstConsumer.Name, _caseId), await _machine.EffectsAsync(SecondConsumer.Name, _caseId)));
    }

    [Fact]
    public async Task Row_ThatThisVersionCannotRead_IsListedAsTheOutboxs()
    {
        var row = new OutboxMessage { Id = Guid.CreateVersion7(), Type = "CrowdDx.Contracts.NotYetThere", Body = """{"Text":"words"}""", CreatedAt = _machine.Clock.GetUtcNow() };
        await _machine.InDatabaseAsync(db =>
        {
            db.Add(row);
            return db.SaveChangesAsync();
        });

        var failed = Assert.Single((await ReadAsync()).Items);

        Assert.Equal((row.Id, "outbox", "NotYetThere", "unknown type", 0), (failed.MessageId, failed.Queue, failed.Type, failed.Fault, failed.Facts.Count));
    }

    private async Task<FailedMessage> FailedAsync()
        => await Eventually.GetAsync(async () => (await ReadAsync()).Items.SingleOrDefault(), "the message to fail");

    private async Task<FailedMessages> ReadAsync()
    {
        await using var scope = _machine.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IFailedMessages>().ReadAsync(CancellationToken.None);
    }
}
