using System.Text.Json;
using CrowdDx.Testing;
using CrowdDx.Testing.Deployments;

namespace CrowdDx.Hosting.Tests.Messaging.Failures;

/// <summary>On a broker, what cannot be consumed ends in its endpoint's <c>_error</c> queue, and the rest goes on.</summary>
[Collection("Broker")]
public sealed class PoisonTests : IAsyncLifetime
{
    private const string Secret = "xanthogranulomatous";
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    private BrokerMachine _stage = null!;

    public async Task InitializeAsync() => _stage = await BrokerMachine.StartIfThereAsync();

    public async Task DisposeAsync()
    {
        if (_stage is not null)
            await _stage.DisposeAsync();
    }

    [RabbitMqFact]
    public async Task Messages_OfEveryPoisonousKind_EndInErrorWithinAMinuteAndTellNoText()
    {
        var ids = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToArray();
        var caseId = Guid.CreateVersion7();
        _stage.Machine.Script.Before = (_, id, _) => id == caseId ? throw new InvalidOperationException(Secret) : Task.CompletedTask;
        await _stage.Desk.SendAsync(FirstConsumer.Endpoint, $"{Secret}, no JSON at all");
        await _stage.Desk.SendAsync(FirstConsumer.Endpoint, Secret, "text/plain");
        await _stage.Desk.SendAsync(FirstConsumer.Endpoint, ids[0], "CrowdDx.Contracts:CaseClosedTwo", $$"""{"caseId":"{{caseId}}","text":"{{Secret}}"}""");
        await _stage.Desk.SendAsync(FirstConsumer.Endpoint, ids[1], "CrowdDx.Contracts:CaseRevised", $$"""{"caseId":"{{caseId}}","reason":"{{Secret}}"}""");
        await _stage.Desk.SendAsync(FirstConsumer.Endpoint, ids[2], "CrowdDx.Contracts:CaseClosed", $$"""{"caseId":"{{Secret}}"}""");
        await _stage.Desk.SendAsync(FirstConsumer.Endpoint, ids[3], "CrowdDx.Contracts:CaseRevised", $$"""{"caseId":"{{caseId}}","revision":3}""");

        var failed = await _stage.FailedAsync(6, AMinute);

        Assert.All(failed, message => Assert.Equal((FirstConsumer.Endpoint, true), (message.Queue, message.FailedAt > message.SentAt || message.SentAt is null)));
        Assert.Equal(
            ["CaseClosedTwo MassTransit.MessageNotConsumedException", "CaseRevised System.Text.Json.JsonException", "CaseClosed System.FormatException", "CaseRevised System.InvalidOperationException"],
            ids.Select(id => failed.Single(message => message.MessageId == id)).Select(message => $"{message.Type} {message.Fault}"));
        Assert.Equal(2, failed.Count(message => message is { MessageId: null, Type: null, Fault: not null }));
        var thrown = failed.Single(message => message.MessageId == ids[3]);
        Assert.Equal($$"""{"caseId":"{{caseId}}","revision":3}""", JsonSerializer.Serialize(thrown.Facts));
        Assert.EndsWith($"/{Environment.ProcessId}", thrown.Process, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(failed), StringComparison.Ordinal);
        Assert.Equal(5, _stage.Machine.Script.AttemptsOf(FirstConsumer.Name, caseId).Count);
    }

    [RabbitMqFact]
    public async Task Neighbours_BehindTwoHundredPoisonousMessages_AreConsumedWithinSeconds()
    {
        var (poisonous, neighbour) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        _stage.Machine.Script.Before = (_, id, _) => id == poisonous ? throw new InvalidOperationException("On purpose.") : Task.CompletedTask;
        for (var i = 0; i < 200; i++)
            await _stage.Desk.SendAsync(FirstConsumer.Endpoint, Guid.CreateVersion7(), "CrowdDx.Contracts:CaseClosed", $$"""{"caseId":"{{poisonous}}"}""");
        await _stage.Desk.SendAsync(FirstConsumer.Endpoint, Guid.CreateVersion7(), "CrowdDx.Contracts:CaseClosed", $$"""{"caseId":"{{neighbour}}"}""");

        await Eventually.HoldsAsync(async () => await _stage.Machine.EffectsAsync(FirstConsumer.Name, neighbour) == 1, "the neighbour to be consumed", TimeSpan.FromSeconds(20));

        Assert.Equal(200, (await _stage.FailedAsync(200, AMinute)).Count);
    }

    [RabbitMqFact]
    public async Task Look_Repeated_LeavesEveryMessageWhereAndInTheOrderThatItWas()
    {
        var ids = Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()).ToArray();
        foreach (var id in ids)
        {
            await _stage.Desk.SendAsync(FirstConsumer.Endpoint, id, "CrowdDx.Contracts:NotYetThere", "{}");
            await Eventually.HoldsAsync(async () => await BrokerDesk.CountAsync("first_error") == Array.IndexOf(ids, id) + 1, "the message to fail");
        }
        for (var look = 0; look < 25; look++)
            Assert.Equal(ids, (await _stage.FailedAsync(5, AMinute)).Select(message => message.MessageId!.Value));
    }
}
