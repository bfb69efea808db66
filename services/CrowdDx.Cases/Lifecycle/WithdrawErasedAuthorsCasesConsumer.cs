using MassTransit;

using Microsoft.EntityFrameworkCore;

using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Storage;

namespace CrowdDx.Cases.Lifecycle;

/// <summary>The cases of an erased account are withdrawn with it, and what the person asked about others' cases is wiped; all of it or nothing, to be tried again.</summary>
internal sealed class WithdrawErasedAuthorsCasesConsumer(CrowdDxDbContext db, WithdrawCase withdraw) : IConsumer<AccountErased>
{
    public Task Consume(ConsumeContext<AccountErased> context) => db.TransactAsync(token => WithdrawAsync(context.Message.AccountId, token), context.CancellationToken);

    private async Task<int> WithdrawAsync(Guid accountId, CancellationToken cancellationToken)
    {
        foreach (var question in await db.CaseQuestions.Where(q => q.ExpertId == accountId && q.Text != "").ToListAsync(cancellationToken))
            question.Text = "";
        var cases = await db.ClinicalCases.Where(c => c.AuthorId == accountId && c.Status != CaseStatus.Withdrawn).Select(c => c.Id).ToListAsync(cancellationToken);
        foreach (var caseId in cases)
            await withdraw.RunAsync(accountId, caseId, cancellationToken);
        return await db.SaveChangesAsync(cancellationToken);
    }
}
