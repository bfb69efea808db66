using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Cases.Lifecycle;

/// <summary>The cases of an erased account are withdrawn with it, and what the person asked about others' cases is wiped.</summary>
internal sealed class WithdrawErasedAuthorsCasesConsumer(CrowdDxDbContext db, WithdrawCase withdraw) : IConsumer<AccountErased>
{
    // One transaction: the first save notes the message as consumed, and nothing may be left for a second try that never comes.
    public Task Consume(ConsumeContext<AccountErased> context)
        => db.TransactAsync(
            async token =>
            {
                await WithdrawAsync(context.Message.AccountId, token);
                return true;
            },
            context.CancellationToken);

    private async Task WithdrawAsync(Guid accountId, CancellationToken cancellationToken)
    {
        foreach (var question in await db.CaseQuestions.Where(q => q.ExpertId == accountId && q.Text != "").ToListAsync(cancellationToken))
            question.Text = "";
        var cases = await db.ClinicalCases.Where(c => c.AuthorId == accountId && c.Status != CaseStatus.Withdrawn).Select(c => c.Id).ToListAsync(cancellationToken);
        foreach (var caseId in cases)
            await withdraw.RunAsync(accountId, caseId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
