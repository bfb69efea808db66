using CrowdDx.Contracts;
using CrowdDx.Data.Messaging;
using CrowdDx.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Hosting.Tests.Messaging;

/// <summary>What cannot be delivered stays, is tried again, and stops nobody else.</summary>
public sealed class UndeliverableTests : IAsyncLifetime
{
    private readonly Guid _caseId = Guid.CreateVersion7();
    private Machine _machine = null!;

    public async Task InitializeAsync() => _machine = await Machine.StartAsync();

    public async Task DisposeAsync() => await _machine.DisposeAsync();

    [Fact]
    public async Task Message_WhoseConsumerAlwaysThrows_IsPublishedAgainUntilItDoesNot()
    {
        var broken = true;
        _machine.Script.Before = (consumer, caseId, _)
            => broken && consumer == FirstConsumer.Name && caseId == _caseId ? throw new InvalidOperationException("On purpose.") : Task.CompletedTask;
        await _machine.AnnounceAsync(new CaseClosed(_caseId));
        await Eventually.HoldsAsync(() => Task.FromResult(Attempts() == 5), "all attempts of the first time");

        // Neighbours of the same type pass meanwhile, and the relay, which has polled in between, has not sent it again.
        var neighbour = Guid.CreateVersion7();
        await _machine.AnnounceAsync(new CaseClosed(neighbour));
        await _machine.WaitForEffectAsync(FirstConsumer.Name, neighbour);
        await Eventually.HoldsAsync(() => _machine.InDatabaseAsync(async db => await db.OutboxMessages.CountAsync() == 1), "the neighbour's row to go");
        Assert.Equal(1, Publications());

        _machine.Clock.Advance(TimeSpan.FromHours(1));
        await Eventually.HoldsAsync(() => Task.FromResult(Publications() == 2), "the message to be published again");
        broken = false;
        await _machine.WaitForEmptyOutboxAsync();
        Assert.Equal((1, 1), (await _machine.EffectsAsync(FirstConsumer.Name, _caseId), await _machine.EffectsAsync(SecondConsumer.Name, _caseId)));
        Assert.Equal((1, 1), (await _machine.EffectsAsync(FirstConsumer.Name, neighbour), await _machine.EffectsAsync(SecondConsumer.Name, neighbour)));

        int Attempts() => _machine.Script.AttemptsOf(FirstConsumer.Name, _caseId).Count;
        int Publications() => _machine.Script.Published.Count(message => message.Equals(new CaseClosed(_caseId)));
    }

    [Theory]
    [InlineData("CrowdDx.Contracts.NotYetThere", "{}", "unknown type")]
    [InlineData("CrowdDx.Contracts.CaseClosed", "{ broken", "its members are others")]
    [InlineData("CrowdDx.Contracts.CaseRevised", """{"CaseId":"01a20818-18dd-7e17-96ad-901fb1d82e8a"}""", "its members are others")]
    public async Task Row_ThatCannotBeRead_StaysAndBlocksNobody(string type, string body, string said)
    {
        // More than the relay takes at once, and older than what follows.
        var rows = Enumerable.Range(0, 250)
            .Select(_ => new OutboxMessage { Id = Guid.CreateVersion7(), Type = type, Body = body, CreatedAt = DateTimeOffset.UnixEpoch }).ToList();
        await _machine.InDatabaseAsync(db =>
        {
            db.AddRange(rows);
            return db.SaveChangesAsync();
        });
        await _machine.StopHostAsync();
        await _machine.StartHostAsync();
        var fresh = new OutboxMessage
        {
            Id = Guid.CreateVersion7(),
            Type = typeof(CaseClosed).FullName!,
            Body = $$"""{"CaseId":"{{_caseId}}"}""",
            CreatedAt = _machine.Clock.GetUtcNow(),
        };
        await _machine.InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "OutboxMessages" ("Id", "Type", "Body", "CreatedAt") VALUES ({fresh.Id}, {fresh.Type}, {fresh.Body}, {fresh.CreatedAt.UtcTicks})"""));
        await _machine.WaitForEffectAsync(SecondConsumer.Name, _caseId);
        await Eventually.HoldsAsync(() => _machine.InDatabaseAsync(async db => await db.OutboxMessages.CountAsync() == rows.Count), "the readable row to go");
        Assert.Contains(_machine.Log.Lines, line => line.Contains(said, StringComparison.Ordinal));
        Assert.Equal(1, await _machine.EffectsAsync(FirstConsumer.Name, _caseId));
    }
}
