using CrowdDx.Contracts;
using CrowdDx.Hosting.Messaging;
using MassTransit;

namespace CrowdDx.Gateway.Live;

/// <summary>Passes news on to the open streams of this gateway. It keeps no inbox: states are whole, and a client that missed one gets the next.</summary>
[NoInbox]
internal sealed class LiveConsumer(LiveCases live)
    : IConsumer<DifferentialUpdated>, IConsumer<CaseRevised>, IConsumer<CaseClosed>, IConsumer<CaseWithdrawn>, IConsumer<PermissionNarrowed>,
      IConsumer<AnswerSubmitted>, IConsumer<ExpertDeclined>
{
    public Task Consume(ConsumeContext<DifferentialUpdated> context) => live.BoardMovedAsync(context.Message.CaseId);

    public Task Consume(ConsumeContext<CaseRevised> context) => live.CaseChangedAsync(context.Message.CaseId);

    // Taking back the permission closes a case too, so rights come first.
    public Task Consume(ConsumeContext<CaseClosed> context) => EndedAsync(context.Message.CaseId, context.CancellationToken);

    public Task Consume(ConsumeContext<PermissionNarrowed> context) => live.VisibilityChangedAsync(context.Message.CaseId, context.CancellationToken);

    public Task Consume(ConsumeContext<CaseWithdrawn> context) => EndedAsync(context.Message.CaseId, context.CancellationToken);

    public Task Consume(ConsumeContext<AnswerSubmitted> context) => live.OpenedAsync(context.Message.CaseId, context.Message.ExpertId, context.CancellationToken);

    public Task Consume(ConsumeContext<ExpertDeclined> context)
        => context.Message.HidesCase
            ? live.VisibilityChangedAsync(context.Message.CaseId, context.CancellationToken)
            : live.OpenedAsync(context.Message.CaseId, context.Message.ExpertId, context.CancellationToken);

    private async Task EndedAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await live.VisibilityChangedAsync(caseId, cancellationToken);
        await live.CaseChangedAsync(caseId);
    }
}
