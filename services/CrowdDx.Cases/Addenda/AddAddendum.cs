using CrowdDx.Cases.Submission;
using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Cases.Addenda;

/// <summary>More information on a case.</summary>
/// <param name="Text">The text; at most 10,000 characters.</param>
/// <param name="RevealsDiagnosis">True where it gives the diagnosis away; answers after it stay out of accuracy.</param>
/// <param name="AcceptRedactions">True to have what looks like an identifier replaced by the suggestions.</param>
public sealed record AddendumRequest(string? Text, bool RevealsDiagnosis = false, bool AcceptRedactions = false);

/// <summary>What an addition made of the case.</summary>
/// <param name="Revision">The case's revision now.</param>
public sealed record RevisedCase(int Revision);

/// <summary>Adds information to one's own case.</summary>
public sealed class AddAddendum(CrowdDxDbContext db, TimeProvider clock)
{
    internal static readonly Problem NotOpen = new(
        StatusCodes.Status409Conflict, "case-not-open", "The case is closed or withdrawn.", "Post a new case if there is more to ask.");

    /// <summary>Adds the text; 404 where the case is not the caller's.</summary>
    public async Task<Reply<RevisedCase>> RunAsync(Guid authorId, Guid caseId, AddendumRequest request, CancellationToken cancellationToken)
    {
        var own = await db.ClinicalCases.SingleOrDefaultAsync(c => c.Id == caseId && c.AuthorId == authorId, cancellationToken);
        if (own is null)
            return Problem.NotFound;
        var errors = new FieldErrors();
        errors.Required("text", request.Text, ClinicalCase.SectionLength);
        if (!errors.None)
            return Problem.Invalid(errors);
        if (own.Status != CaseStatus.Open)
            return NotOpen;
        var screened = Screening.Screen([("text", request.Text!)]);
        if (Screening.Refusal(screened, request.AcceptRedactions) is { } refusal)
            return refusal;

        var revision = own.Revise(request.RevealsDiagnosis);
        db.CaseAddenda.Add(new()
        {
            CaseId = caseId,
            Revision = revision,
            Text = screened.Redacted.GetValueOrDefault("text", request.Text!).Trim(),
            At = clock.GetUtcNow(),
            RevealsDiagnosis = request.RevealsDiagnosis,
        });
        db.Announce(new CaseRevised(caseId, revision));
        await db.SaveChangesAsync(cancellationToken);
        return new RevisedCase(revision);
    }
}
