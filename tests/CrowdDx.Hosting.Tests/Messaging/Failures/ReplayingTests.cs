using CrowdDx.Data.Requests;
using CrowdDx.Hosting.Messaging.Failures;
using CrowdDx.Testing;
using CrowdDx.Testing.Deployments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Hosting.Tests.Messaging.Failures;

/// <summary>An operator gives what failed back to its queue, on record, and its effect comes once.</summary>
[Collection("Broker")]
public sealed class ReplayingTests : IAsyncLifetime
{
    private static readonly Caller Operator = new(Guid.CreateVersion7(), Data.Accounts.AccountRoles.Operator, new HashSet<string>(StringComparer.Ordinal) { Scopes.Operate });

    private readonly Guid _caseId = Guid.CreateVersion7();
    private readonly Guid _messageId = Guid.CreateVersion7();
    private BrokerMachine _stage = null!;
    private bool _broken = true;

    public async Task InitializeAsync()
    {
        if ((_stage = await BrokerMachine.StartIfThereAsync()) is not null)
            _stage.Machine.Script.Before = (_, id, _) => _broken && id == _caseId ? throw new InvalidOperationException("On purpose.") : Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        if (_stage is not null)
            await _stage.DisposeAsync();
    }

    [RabbitMqFact]
    public async Task Message_Replayed_HasItsEffectOnceAndIsOnRecord()
    {
        await FailAsync(_messageId);
        _broken = false;

        var moved = await ReplayAsync(new([_messageId], Queue: null));

        Assert.Equal(_messageId, Assert.Single(moved.Items).MessageId);
        await _stage.Machine.WaitForEffectAsync(FirstConsumer.Name, _caseId);
        Assert.Equal(0, (await _stage.ReadAsync()).Total);
        var noted = await _stage.Machine.InDatabaseAsync(db => db.AuditEntries.SingleAsync(e => e.Action == "message.replay"));
        Assert.Equal((Operator.Id, _messageId, FirstConsumer.Endpoint), (noted.ActorId, noted.SubjectId, noted.Reason));
    }

    [RabbitMqFact]
    public async Task Message_ThatAKillLeftInBothQueues_HasItsEffectOnce()
    {
        await FailAsync(_messageId);
        _broken = false;
        // Confirmed, and then killed before it was acknowledged: it is in the queue and in _error.
        await SendAsync(_messageId);
        await _stage.Machine.WaitForEffectAsync(FirstConsumer.Name, _caseId);

        await ReplayAsync(new(MessageIds: null, FirstConsumer.Endpoint));
        var later = Guid.CreateVersion7();
        await _stage.Desk.SendAsync(FirstConsumer.Endpoint, Guid.CreateVersion7(), "CrowdDx.Contracts:CaseClosed", $$"""{"caseId":"{{later}}"}""");
        await _stage.Machine.WaitForEffectAsync(FirstConsumer.Name, later);
        await Eventually.HoldsAsync(async () => await BrokerDesk.CountAsync("first") == 0, "an empty queue");

        Assert.Equal((1, 0), (await _stage.Machine.EffectsAsync(FirstConsumer.Name, _caseId), (int)(await _stage.ReadAsync()).Total));
    }

    [RabbitMqFact]
    public async Task Message_ThatFailsAgain_IsBackInErrorWithAllItHad()
    {
        await FailAsync(_messageId);
        var before = Assert.Single((await _stage.ReadAsync()).Items);

        await ReplayAsync(new([_messageId], Queue: null));

        var after = await Eventually.GetAsync(async () => (await _stage.ReadAsync()).Items.SingleOrDefault(message => message.FailedAt > before.FailedAt), "the message to fail again");
        Assert.Equal(before with { FailedAt = after.FailedAt, Facts = after.Facts }, after);
    }

    [RabbitMqFact]
    public async Task Messages_ThatAreNotNamed_StayWhereTheyAre()
    {
        var other = Guid.CreateVersion7();
        await FailAsync(_messageId);
        await FailAsync(other, failed: 2);
        _broken = false;

        await ReplayAsync(new([other], Queue: null));
        await _stage.Machine.WaitForEffectAsync(FirstConsumer.Name, _caseId);

        Assert.Equal(_messageId, Assert.Single((await _stage.ReadAsync()).Items).MessageId);
    }

    [RabbitMqFact]
    public async Task Message_ThatCannotBeNoted_IsNotMoved()
    {
        await FailAsync(_messageId);
        await using (var scope = _stage.Machine.Services.CreateAsyncScope())
        {
            var failed = scope.ServiceProvider.GetRequiredService<IFailedMessages>();
            await Assert.ThrowsAsync<InvalidOperationException>(() => failed.ReplayAsync(_ => true, _ => throw new InvalidOperationException("No room for the note."), CancellationToken.None));
        }
        Assert.Equal(_messageId, Assert.Single(await _stage.FailedAsync(1, TimeSpan.FromSeconds(30))).MessageId);
    }

    private Task SendAsync(Guid messageId)
        => _stage.Desk.SendAsync(FirstConsumer.Endpoint, messageId, "CrowdDx.Contracts:CaseClosed", $$"""{"caseId":"{{_caseId}}"}""");

    private async Task FailAsync(Guid messageId, int failed = 1)
    {
        await SendAsync(messageId);
        await _stage.FailedAsync(failed, TimeSpan.FromMinutes(1));
    }

    private async Task<FailedMessages> ReplayAsync(ReplayRequest request)
    {
        await using var scope = _stage.Machine.Services.CreateAsyncScope();
        var reply = await scope.ServiceProvider.GetRequiredService<ReplayMessages>().RunAsync(Operator, request, CancellationToken.None);
        return reply.Value ?? throw new InvalidOperationException(reply.Problem!.Title);
    }
}
