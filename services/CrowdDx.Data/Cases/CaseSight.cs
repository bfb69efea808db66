using CrowdDx.Data.Requests;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.Cases;

/// <summary>How a person stands to a case that the person may see, and so what else there is to see and do.</summary>
public sealed record CaseSight
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Who posted it.</summary>
    public required bool IsAuthor { get; init; }

    /// <summary>Looks after one of its networks.</summary>
    public required bool IsCurator { get; init; }

    /// <summary>Was invited, and so may answer.</summary>
    public required bool IsInvited { get; init; }

    /// <summary>Has answered.</summary>
    public required bool HasAnswered { get; init; }

    /// <summary>Has declined.</summary>
    public required bool HasDeclined { get; init; }

    /// <summary>Open, closed or withdrawn.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>What an expert can read of it now.</summary>
    public required int Revision { get; init; }

    /// <summary>
    /// The rule of blindness: who was invited sees nothing of the board before answering or declining, whatever else that person is.
    /// </summary>
    public bool MaySeeBoard => IsAuthor || !IsInvited || HasAnswered || HasDeclined;
}

/// <summary>Decides whether a caller may see a case, by <see cref="CaseVisibility"/> and, for operators, by an audited reason.</summary>
public sealed class CaseAccess(CrowdDxDbContext db)
{
    /// <summary>Header in which an operator says why a foreign case is read.</summary>
    public const string ReasonHeader = "Audit-Reason";

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>How the caller stands to the case; null where it is not the caller's to see, which answers 404.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="caseId">For which case.</param>
    /// <param name="reason">An operator's reason; the look is then in the audit trail before anything is given.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<CaseSight?> SeeAsync(Caller caller, Guid caseId, string? reason, CancellationToken cancellationToken)
    {
        var sight = await SightsOf(db.ClinicalCases.VisibleTo(db, caller), caseId, caller.Id).FirstOrDefaultAsync(cancellationToken);
        if (sight is not null || !caller.IsOperator || string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonLength)
            return sight;
        sight = await SightsOf(db.ClinicalCases, caseId, caller.Id).FirstOrDefaultAsync(cancellationToken);
        if (sight is null)
            return null;
        db.Audit("case.readByOperator", caller.Id, caseId, reason);
        await db.SaveChangesAsync(cancellationToken);
        return sight;
    }

    private IQueryable<CaseSight> SightsOf(IQueryable<ClinicalCase> cases, Guid caseId, Guid viewerId)
        => cases.Where(c => c.Id == caseId).Select(c => new CaseSight
        {
            CaseId = c.Id,
            IsAuthor = c.AuthorId == viewerId,
            IsCurator = c.Targets.Any(t => db.NetworkCurators.Any(n => n.NetworkId == t.NetworkId && n.AccountId == viewerId)),
            IsInvited = db.Invitations.Any(i => i.CaseId == caseId && i.ExpertId == viewerId),
            HasAnswered = db.Answers.Any(a => a.CaseId == caseId && a.ExpertId == viewerId),
            HasDeclined = db.Declines.Any(d => d.CaseId == caseId && d.ExpertId == viewerId),
            Status = c.Status,
            Revision = c.Revision,
        });
}
