using CrowdDx.Data.Messaging;
using CrowdDx.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Hosting.Tests.Messaging;

/// <summary>The inbox remembers a message for as long as it can come again.</summary>
public sealed class ForgettingTests : IAsyncLifetime
{
    private Machine _machine = null!;

    public async Task InitializeAsync() => _machine = await Machine.StartAsync();

    public async Task DisposeAsync() => await _machine.DisposeAsync();

    [Fact]
    public async Task Inbox_AfterAWeek_KeepsWhatIsYoungerOrStillInTheOutbox()
    {
        var now = _machine.Clock.GetUtcNow();
        InboxMessage Row(string endpoint, double daysAgo) => new() { MessageId = Guid.CreateVersion7(), Endpoint = endpoint, ConsumedAt = now.AddDays(-daysAgo) };
        var waiting = new OutboxMessage { Id = Guid.CreateVersion7(), Type = "CrowdDx.Contracts.NotYetThere", Body = "{}", CreatedAt = now.AddDays(-30) };
        await _machine.InDatabaseAsync(db =>
        {
            db.AddRange(Row("old", 7.1), Row("young", 3), waiting, new InboxMessage { MessageId = waiting.Id, Endpoint = "waits for another", ConsumedAt = now.AddDays(-30) });
            return db.SaveChangesAsync();
        });
        await Eventually.HoldsAsync(
            async () =>
            {
                _machine.Clock.Advance(TimeSpan.FromMinutes(5));
                return !(await EndpointsAsync()).Contains("old");
            },
            "the old row to go");
        Assert.Equal(["waits for another", "young"], await EndpointsAsync());
    }

    private Task<List<string>> EndpointsAsync() => _machine.InDatabaseAsync(db => db.InboxMessages.Select(m => m.Endpoint).Order().ToListAsync());
}
