using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Requests;
using CrowdDx.Data.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Boards;

/// <summary>Opens a board to a person: decides, and notes the look before the first byte of the board leaves.</summary>
public sealed class BoardAccess(CrowdDxDbContext db, CaseAccess access, TimeProvider clock)
{
    /// <summary>The refusal for an invited expert who has neither answered nor declined. The same whatever others have done.</summary>
    public static Problem AnswerFirst { get; } = new(
        StatusCodes.Status403Forbidden, "answer-first", "You see what others think after you have answered or declined.",
        "That keeps opinions independent, and the crowd right more often.");

    /// <summary>Null where the board may be shown, the look being committed; else why not.</summary>
    public async Task<Problem?> OpenAsync(Caller caller, Guid caseId, string? reason, CancellationToken cancellationToken)
    {
        if (await access.SeeAsync(caller, caseId, reason, cancellationToken) is not { } sight)
            return Problem.NotFound;
        if (!sight.MaySeeBoard)
            return AnswerFirst;
        await RecordAsync(caseId, caller.Id, cancellationToken);
        return null;
    }

    /// <summary>Commits that a person may have seen the board; again does nothing.</summary>
    public async Task RecordAsync(Guid caseId, Guid viewerId, CancellationToken cancellationToken)
    {
        if (await db.BoardViews.AnyAsync(v => v.CaseId == caseId && v.ViewerId == viewerId, cancellationToken))
            return;
        var view = db.BoardViews.Add(new() { CaseId = caseId, ViewerId = viewerId, FirstSeenAt = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            view.State = EntityState.Detached;
        }
    }
}
