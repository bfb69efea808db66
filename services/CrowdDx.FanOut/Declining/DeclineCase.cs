using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.FanOut.Declining;

/// <summary>Why an expert does not answer.</summary>
/// <param name="Reason">The reason.</param>
public sealed record DeclineRequest(DeclineReason? Reason);

/// <summary>A decline as it was noted.</summary>
/// <param name="Reason">The reason.</param>
public sealed record DeclineView(DeclineReason Reason);

/// <summary>An invited expert declines. Recognising the patient can be said at any time, and hides the case at once.</summary>
public sealed class DeclineCase(CrowdDxDbContext db, CaseAccess access, TimeProvider clock)
{
    private static readonly Problem AlreadyAnswered = new(
        StatusCodes.Status409Conflict, "already-answered", "You have answered this case.", "Only recognisePatient can still be said.");

    /// <summary>Declines, or changes the reason; 404 where the caller is not invited.</summary>
    public async Task<Reply<DeclineView>> RunAsync(Caller caller, Guid caseId, DeclineRequest request, CancellationToken cancellationToken)
    {
        if (await access.SeeAsync(caller, caseId, reason: null, cancellationToken) is not { IsInvited: true } sight)
            return Problem.NotFound;
        if (request.Reason is not { } reason)
        {
            var errors = new FieldErrors();
            errors.Add("reason", "Say notMyField, busy, notEnoughInformation, knowThisCase or recognisePatient.");
            return Problem.Invalid(errors);
        }
        if (sight.HasAnswered && reason != DeclineReason.RecognisePatient)
            return AlreadyAnswered;

        var decline = await db.Declines.SingleOrDefaultAsync(d => d.CaseId == caseId && d.ExpertId == caller.Id, cancellationToken);
        if (decline is null)
            db.Declines.Add(decline = new() { CaseId = caseId, ExpertId = caller.Id });
        else if (decline.Reason == DeclineReason.RecognisePatient)
            return new DeclineView(decline.Reason);
        decline.Give(reason, clock.GetUtcNow());
        if (reason == DeclineReason.RecognisePatient)
            db.Audit("case.hide", caller.Id, caseId);
        db.Announce(new ExpertDeclined(caseId, caller.Id, reason == DeclineReason.RecognisePatient));
        await db.SaveChangesAsync(cancellationToken);
        return new DeclineView(decline.Reason);
    }
}

/// <summary>A curator has looked at a hidden case and lets experts see it again.</summary>
public sealed class ReleaseCase(CrowdDxDbContext db, TimeProvider clock)
{
    /// <summary>Releases; false where the caller curates none of its networks or nothing awaits review.</summary>
    public async Task<bool> RunAsync(Caller caller, Guid caseId, CancellationToken cancellationToken)
    {
        var curates = await db.CaseTargets.AnyAsync(
            t => t.CaseId == caseId && (caller.IsOperator || db.NetworkCurators.Any(n => n.NetworkId == t.NetworkId && n.AccountId == caller.Id)), cancellationToken);
        var waiting = curates ? await db.UnderReview().Where(d => d.CaseId == caseId).ToListAsync(cancellationToken) : [];
        if (waiting.Count == 0)
            return false;
        waiting.ForEach(decline => decline.Review(caller.Id, clock.GetUtcNow()));
        db.Audit("case.release", caller.Id, caseId);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
