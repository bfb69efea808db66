using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.FanOut.Inbox;

/// <summary>Which invitations of open cases to list.</summary>
public enum InboxState
{
    /// <summary>Neither answered nor declined.</summary>
    Open = 0,

    /// <summary>Answered.</summary>
    Answered = 1,

    /// <summary>Declined.</summary>
    Declined = 2,

    /// <summary>All of them.</summary>
    All = 3,
}

/// <summary>A case put before the caller. Nothing in it depends on what others do, but for the author's own additions.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">One line.</param>
/// <param name="Specialties">Specialties.</param>
/// <param name="Language">Language of the text.</param>
/// <param name="AnswerWanted">How soon an answer helps.</param>
/// <param name="Revision">Counts what there is to read.</param>
/// <param name="InvitedAt">When it was put before the caller.</param>
/// <param name="NetworkId">The network by which it came.</param>
/// <param name="NetworkName">Its name.</param>
/// <param name="Reason">Why the caller was asked.</param>
/// <param name="State">Whether the caller has answered or declined.</param>
public sealed record InboxItem(
    Guid CaseId, string Title, IReadOnlyList<string> Specialties, string Language, AnswerWanted AnswerWanted, int Revision, DateTimeOffset InvitedAt,
    Guid NetworkId, string NetworkName, InvitationReason Reason, InboxState State);

/// <summary>Lists the caller's invitations to open cases, newest first. An invitation stays until the case is closed, settled or not.</summary>
public sealed class ReadInbox(CrowdDxDbContext db)
{
    /// <summary>A page of invitations.</summary>
    public async Task<Reply<Page<InboxItem>>> RunAsync(Guid expertId, InboxState state, PageRequest page, CancellationToken cancellationToken)
    {
        if (page.Read(out var after, out var limit) is { } problem)
            return problem;
        var invitations = db.Invitations.Where(i => i.ExpertId == expertId);
        if (after is { } last)
            invitations = invitations.Where(i => i.InvitedAt < last.At || (i.InvitedAt == last.At && i.CaseId.CompareTo(last.Id) < 0));
        var found = await invitations
            .Join(db.ClinicalCases.VisibleTo(db, expertId).Where(c => c.Status == CaseStatus.Open), i => i.CaseId, c => c.Id, (i, c) => new
            {
                Invitation = i,
                Case = c,
                Answered = db.Answers.Any(a => a.CaseId == i.CaseId && a.ExpertId == expertId),
                Declined = db.Declines.Any(d => d.CaseId == i.CaseId && d.ExpertId == expertId),
            })
            .Where(x => state == InboxState.All
                || (state == InboxState.Answered && x.Answered)
                || (state == InboxState.Declined && x.Declined && !x.Answered)
                || (state == InboxState.Open && !x.Answered && !x.Declined))
            .Join(db.ExpertNetworks, x => x.Invitation.NetworkId, n => n.Id, (x, n) => new { x.Invitation, x.Case, x.Answered, x.Declined, n.Name })
            .OrderByDescending(x => x.Invitation.InvitedAt).ThenByDescending(x => x.Invitation.CaseId)
            .Take(limit + 1)
            .Select(x => new InboxItem(
                x.Invitation.CaseId, x.Case.Title, x.Case.Specialties, x.Case.Language, x.Case.AnswerWanted, x.Case.Revision, x.Invitation.InvitedAt,
                x.Invitation.NetworkId, x.Name, x.Invitation.Reason,
                x.Answered ? InboxState.Answered : x.Declined ? InboxState.Declined : InboxState.Open))
            .ToListAsync(cancellationToken);
        return Page<InboxItem>.Of(found, limit, item => new(item.InvitedAt, item.CaseId));
    }
}
