using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Requests;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Cases.Reading;

/// <summary>Reads the cases that a caller may see.</summary>
public sealed class ReadCases(CrowdDxDbContext db, CaseAccess access)
{
    /// <summary>A page of cases, newest first.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="mine">True for the caller's own only.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Reply<Page<CaseSummary>>> ListAsync(Caller caller, bool mine, PageRequest page, CancellationToken cancellationToken)
    {
        if (page.Read(out var after, out var limit) is { } problem)
            return problem;
        var cases = db.ClinicalCases.VisibleTo(db, caller).Where(c => !mine || c.AuthorId == caller.Id);
        if (after is { } last)
            cases = cases.Where(c => c.PostedAt < last.At || (c.PostedAt == last.At && c.Id.CompareTo(last.Id) < 0));
        var found = await cases
            .OrderByDescending(c => c.PostedAt).ThenByDescending(c => c.Id)
            .Take(limit + 1)
            .Select(CaseSummary.For(caller.Id))
            .ToListAsync(cancellationToken);
        return Page<CaseSummary>.Of(found, limit, c => new(c.PostedAt, c.Id));
    }

    /// <summary>One case; null where it is not the caller's to see.</summary>
    public async Task<CaseView?> FindAsync(Caller caller, Guid caseId, string? reason, CancellationToken cancellationToken)
    {
        if (await access.SeeAsync(caller, caseId, reason, cancellationToken) is not { } sight)
            return null;
        var found = await db.ClinicalCases.AsNoTracking().Include(c => c.Targets).SingleAsync(c => c.Id == caseId, cancellationToken);
        var addenda = await db.CaseAddenda
            .Where(a => a.CaseId == caseId)
            .OrderBy(a => a.Revision)
            .Select(a => new AddendumView(a.Revision, a.Text, a.At, a.RevealsDiagnosis))
            .ToListAsync(cancellationToken);
        var questions = await db.CaseQuestions
            .Where(q => q.CaseId == caseId && (sight.IsAuthor || q.RepliedAt != null || q.ExpertId == caller.Id))
            .OrderBy(q => q.AskedAt).ThenBy(q => q.Id)
            .Select(q => new QuestionView(q.Id, q.Text, q.Reply, q.Revision, q.ExpertId == caller.Id))
            .ToListAsync(cancellationToken);
        bool? underReview = sight.IsAuthor || sight.IsCurator ? await db.UnderReview().AnyAsync(d => d.CaseId == caseId, cancellationToken) : null;
        return View(found, sight.IsAuthor, underReview, addenda, questions);
    }

    private static CaseView View(ClinicalCase c, bool mine, bool? underReview, List<AddendumView> addenda, List<QuestionView> questions)
        => new(
            c.Id, c.Title, new(c.AgeYears, c.AgeBand, c.Sex), c.Presentation, c.History, c.Examination, c.Investigations, c.Question,
            c.Specialties, c.Language, [.. c.Targets.Select(t => t.NetworkId)], c.AnswerWanted, c.Status, c.Revision,
            c.PostedAt, c.ClosedAt, mine, underReview, mine ? View(c.Permission) : null, addenda, questions);

    private static PermissionView View(Permission permission)
        => new(
            permission.Basis,
            [.. Enum.GetValues<PermissionScope>().Where(scope => scope != PermissionScope.None && permission.Scope.HasFlag(scope))],
            permission.AttestedAt,
            permission.NarrowedAt);
}
