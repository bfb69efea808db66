using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Cases;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Cases.Lifecycle;

/// <summary>Closes one's own case: the blind board freezes.</summary>
public sealed class CloseCase(CrowdDxDbContext db, TimeProvider clock)
{
    /// <summary>Closes; again does nothing. False where the case is not the caller's.</summary>
    public async Task<bool> RunAsync(Guid authorId, Guid caseId, CancellationToken cancellationToken)
    {
        var own = await db.ClinicalCases.SingleOrDefaultAsync(c => c.Id == caseId && c.AuthorId == authorId, cancellationToken);
        if (own is null)
            return false;
        if (!own.Close(clock.GetUtcNow()))
            return true;
        db.Audit("case.close", authorId, caseId);
        db.Announce(new CaseClosed(caseId));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

/// <summary>Withdraws one's own case: its text, addenda and questions are wiped at once, words about it by announcement.</summary>
public sealed class WithdrawCase(CrowdDxDbContext db, TimeProvider clock)
{
    /// <summary>Withdraws; again does nothing. False where the case is not the caller's.</summary>
    public async Task<bool> RunAsync(Guid authorId, Guid caseId, CancellationToken cancellationToken)
    {
        var own = await db.ClinicalCases.SingleOrDefaultAsync(c => c.Id == caseId && c.AuthorId == authorId, cancellationToken);
        if (own is null)
            return false;
        if (!own.Withdraw(clock.GetUtcNow()))
            return true;
        own.Permission.Withdraw(PermissionScope.Answers | PermissionScope.Teaching | PermissionScope.ResearchExport, clock.GetUtcNow());
        foreach (var addendum in await db.CaseAddenda.Where(a => a.CaseId == caseId).ToListAsync(cancellationToken))
            addendum.Text = "";
        foreach (var question in await db.CaseQuestions.Where(q => q.CaseId == caseId).ToListAsync(cancellationToken))
            (question.Text, question.Reply) = ("", null);
        db.Audit("case.withdraw", authorId, caseId);
        db.Announce(new CaseWithdrawn(caseId));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

/// <summary>Takes back what a permission covers.</summary>
public sealed class NarrowPermission(CrowdDxDbContext db, TimeProvider clock)
{
    /// <summary>Takes one scope back. Without <see cref="PermissionScope.Answers"/> experts see the case no more, and it is closed.</summary>
    /// <returns>False where the case is not the caller's.</returns>
    public async Task<bool> RunAsync(Guid authorId, Guid caseId, PermissionScope scope, CancellationToken cancellationToken)
    {
        var own = await db.ClinicalCases.SingleOrDefaultAsync(c => c.Id == caseId && c.AuthorId == authorId, cancellationToken);
        if (own is null)
            return false;
        var now = clock.GetUtcNow();
        own.Permission.Withdraw(scope, now);
        db.Audit($"case.narrow.{scope}", authorId, caseId);
        if (scope.HasFlag(PermissionScope.Answers))
        {
            if (own.Close(now))
                db.Announce(new CaseClosed(caseId));
            db.Announce(new PermissionNarrowed(caseId));
        }
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
