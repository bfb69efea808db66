using MassTransit;

using Microsoft.EntityFrameworkCore;

using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Cases;

namespace CrowdDx.Cases.Lifecycle;

/// <summary>The cases of an erased account are withdrawn with it, and what the person asked about others' cases is wiped.</summary>
internal sealed class WithdrawErasedAuthorsCasesConsumer(CrowdDxDbContext db, WithdrawCase withdraw) : IConsumer<AccountErased>
{
    public async Task Consume(ConsumeContext<AccountErased> context)
    {
        var accountId = context.Message.AccountId;
        foreach (var question in await db.CaseQuestions.Where(q => q.ExpertId == accountId && q.Text != "").ToListAsync(context.CancellationToken))
            question.Text = "";
        var cases = await db.ClinicalCases.Where(c => c.AuthorId == accountId && c.Status != CaseStatus.Withdrawn).Select(c => c.Id).ToListAsync(context.CancellationToken);
        foreach (var caseId in cases)
            await withdraw.RunAsync(accountId, caseId, context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
