using CrowdDx.Aggregation.Erasure;
using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Concurrency;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Aggregation.Pooling;

/// <summary>An answer came, or went: its case is pooled. Answers that come meanwhile share the next pooling.</summary>
internal sealed class PoolAnswersConsumer(Coalescer<Guid> poolings, IServiceScopeFactory scopes) : IConsumer<AnswerSubmitted>, IConsumer<AnswersErased>
{
    public Task Consume(ConsumeContext<AnswerSubmitted> context) => poolings.RunAsync(context.Message.CaseId, () => PoolAsync(context.Message.CaseId));

    public Task Consume(ConsumeContext<AnswersErased> context) => poolings.RunAsync(context.Message.CaseId, () => PoolAsync(context.Message.CaseId));

    // A scope of its own and no token: several messages wait for this one pooling, and none may end it for the others.
    private async Task PoolAsync(Guid caseId)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PoolCase>().RunAsync(caseId, CancellationToken.None);
        await WipeWordsConsumer.WipeLateWordsAsync(scope.ServiceProvider.GetRequiredService<CrowdDxDbContext>(), caseId, CancellationToken.None);
    }
}

/// <summary>Many messages at once, since most of them only wait for a pooling that others asked for too.</summary>
internal sealed class PoolAnswersConsumerDefinition : ConsumerDefinition<PoolAnswersConsumer>
{
    public PoolAnswersConsumerDefinition() => ConcurrentMessageLimit = 64;
}
