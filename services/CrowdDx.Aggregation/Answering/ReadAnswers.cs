using CrowdDx.Aggregation.Boards;
using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Answering;

/// <summary>One expert's latest answer, as those read it who may see the board.</summary>
/// <param name="Expert">"Expert 3", or the real name where the expert chose that.</param>
/// <param name="Mine">Whether it is the caller's own.</param>
/// <param name="Answer">The answer.</param>
public sealed record OpinionView(string Expert, bool Mine, AnswerView Answer);

/// <summary>Reads answers: one's own always, others' once one may see the board.</summary>
public sealed class ReadAnswers(CrowdDxDbContext db, BoardAccess board)
{
    /// <summary>The caller's own latest version; null where there is none.</summary>
    public async Task<AnswerView?> MineAsync(Guid expertId, Guid caseId, CancellationToken cancellationToken)
    {
        var visible = await db.ClinicalCases.VisibleTo(db, expertId).AnyAsync(c => c.Id == caseId, cancellationToken);
        var latest = !visible ? null : await db.Answers.AsNoTracking().Include(a => a.Suggestions)
            .Where(a => a.CaseId == caseId && a.ExpertId == expertId)
            .OrderByDescending(a => a.Version)
            .FirstOrDefaultAsync(cancellationToken);
        return latest is null ? null : AnswerView.Of(latest);
    }

    /// <summary>A page of the latest answers, newest first, with experts' names within the case.</summary>
    public async Task<Reply<Page<OpinionView>>> ListAsync(Caller caller, Guid caseId, string? reason, PageRequest page, CancellationToken cancellationToken)
    {
        if (await board.OpenAsync(caller, caseId, reason, cancellationToken) is { } refusal)
            return refusal;
        if (page.Read(out var after, out var limit) is { } problem)
            return problem;
        var latest = db.Answers.AsNoTracking()
            .Where(a => a.CaseId == caseId && !db.Answers.Any(n => n.CaseId == caseId && n.ExpertId == a.ExpertId && n.Version > a.Version));
        if (after is { } last)
            latest = latest.Where(a => a.ReceivedAt < last.At || (a.ReceivedAt == last.At && a.ExpertId.CompareTo(last.Id) < 0));
        var found = await latest.Include(a => a.Suggestions).OrderByDescending(a => a.ReceivedAt).ThenByDescending(a => a.ExpertId).Take(limit + 1).ToListAsync(cancellationToken);
        var names = await NamesAsync(caseId, [.. found.Select(a => a.ExpertId)], cancellationToken);
        var cut = Page<Answer>.Of(found, limit, a => new(a.ReceivedAt, a.ExpertId));
        return new Page<OpinionView>(
            [.. cut.Items.Select(a => new OpinionView(names.GetValueOrDefault(a.ExpertId, "Expert"), a.ExpertId == caller.Id, AnswerView.Of(a)))], cut.Next);
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(Guid caseId, IReadOnlyList<Guid> experts, CancellationToken cancellationToken)
    {
        var pseudonyms = await db.CasePseudonyms.Where(p => p.CaseId == caseId && experts.Contains(p.ExpertId)).ToDictionaryAsync(p => p.ExpertId, p => $"Expert {p.Number}", cancellationToken);
        var named = await db.ExpertPreferences
            .Where(p => experts.Contains(p.ExpertId) && p.ShownName == ShownName.RealName)
            .Join(db.Accounts, p => p.ExpertId, a => a.Id, (p, a) => new { a.Id, a.DisplayName })
            .ToListAsync(cancellationToken);
        foreach (var expert in named.Where(n => n.DisplayName.Length > 0))
            pseudonyms[expert.Id] = expert.DisplayName;
        return pseudonyms;
    }
}
