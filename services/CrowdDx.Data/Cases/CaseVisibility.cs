using CrowdDx.Data.FanOut;

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
        => cases.Where(c =>
            c.AuthorId == viewerId
            || (c.Status != CaseStatus.Withdrawn
                && (c.Permission.Scope & PermissionScope.Answers) != PermissionScope.None
                && ((db.Invitations.Any(i => i.CaseId == c.Id && i.ExpertId == viewerId) && !db.UnderReview().Any(d => d.CaseId == c.Id))
                    || c.Targets.Any(t => db.NetworkCurators.Any(n => n.NetworkId == t.NetworkId && n.AccountId == viewerId)))));

    /// <summary>Declines that hide their case until a curator has looked.</summary>
    public static IQueryable<Decline> UnderReview(this CrowdDxDbContext db)
        => db.Declines.Where(d => d.Reason == DeclineReason.RecognisePatient && d.ReviewedAt == null);
}
