using CrowdDx.Contracts;
using MassTransit;

namespace CrowdDx.Aggregation.Boards;

/// <summary>Who declines may see the board from then on, so an answer that comes all the same counts as sighted.</summary>
internal sealed class RecordDeclinersViewConsumer(BoardAccess board) : IConsumer<ExpertDeclined>
{
    public Task Consume(ConsumeContext<ExpertDeclined> context) => board.RecordAsync(context.Message.CaseId, context.Message.ExpertId, context.CancellationToken);
}
