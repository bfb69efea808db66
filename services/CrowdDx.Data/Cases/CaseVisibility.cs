using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;

namespace CrowdDx.Data.Cases;

/// <summary>The one place that says who may see a case. Whatever it leaves out answers 404.</summary>
public static class CaseVisibility
{
    /// <summary>
    /// The cases that a person may see: the author; the experts invited, while the case is not withdrawn and nobody's
    /// <see cref="DeclineReason.RecognisePatient"/> awaits review; the curators of its networks, while it is not withdrawn.
    /// Operators read one at a time with an audited reason, which is not a matter of this list.
    /// </summary>
    public static IQueryable<ClinicalCase> VisibleTo(this IQueryable<ClinicalCase> cases, CrowdDxDbContext db, Guid viewerId)
        => cases.VisibleTo(db, viewerId, follows: true, answers: true, curates: true);

    /// <summary>As far as the caller's credential goes: own cases by <c>cases</c>, invitations by <c>answers</c>, those of one's networks by <c>networks</c>.</summary>
    public static IQueryable<ClinicalCase> VisibleTo(this IQueryable<ClinicalCase> cases, CrowdDxDbContext db, Caller caller)
        => cases.VisibleTo(db, caller.Id, caller.Scopes.Contains(Scopes.Cases), caller.Scopes.Contains(Scopes.Answers), caller.Scopes.Contains(Scopes.Networks));

    /// <summary>Declines that hide their case until a curator has looked.</summary>
    public static IQueryable<Decline> UnderReview(this CrowdDxDbContext db)
        => db.Declines.Where(d => d.Reason == DeclineReason.RecognisePatient && d.ReviewedAt == null);

    private static IQueryable<ClinicalCase> VisibleTo(
        this IQueryable<ClinicalCase> cases, CrowdDxDbContext db, Guid viewerId, bool follows, bool answers, bool curates)
        => cases.Where(c =>
            (follows && c.AuthorId == viewerId)
            || (c.Status != CaseStatus.Withdrawn
                && (c.Permission.Scope & PermissionScope.Answers) != PermissionScope.None
                && ((answers && db.Invitations.Any(i => i.CaseId == c.Id && i.ExpertId == viewerId) && !db.UnderReview().Any(d => d.CaseId == c.Id))
                    || (curates && c.Targets.Any(t => db.NetworkCurators.Any(n => n.NetworkId == t.NetworkId && n.AccountId == viewerId))))));
}
