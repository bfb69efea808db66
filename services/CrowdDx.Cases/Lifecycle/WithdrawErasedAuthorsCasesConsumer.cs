using MassTransit;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Cases;

namespace CrowdDx.Cases.Lifecycle;

/// <summary>The cases of an erased account are withdrawn with it, and what the person asked about others' cases is wiped.</summary>
internal sealed class WithdrawErasedAuthorsCasesConsumer(IServiceScopeFactory scopes) : IConsumer<AccountErased>
{
    public async Task Consume(ConsumeContext<AccountErased> context)
    {
        // A scope of its own: the message counts as consumed only after the last of several saves.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CrowdDxDbContext>();
        var accountId = context.Message.AccountId;
        foreach (var question in await db.CaseQuestions.Where(q => q.ExpertId == accountId && q.Text != "").ToListAsync(context.CancellationToken))
            question.Text = "";
        await db.SaveChangesAsync(context.CancellationToken);
        var cases = await db.ClinicalCases.Where(c => c.AuthorId == accountId && c.Status != CaseStatus.Withdrawn).Select(c => c.Id).ToListAsync(context.CancellationToken);
        var withdraw = scope.ServiceProvider.GetRequiredService<WithdrawCase>();
        foreach (var caseId in cases)
            await withdraw.RunAsync(accountId, caseId, context.CancellationToken);
    }
}
