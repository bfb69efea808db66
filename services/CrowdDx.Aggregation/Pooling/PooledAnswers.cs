using CrowdDx.Data;
using CrowdDx.Ranking;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Pooling;

/// <summary>One version of an answer, as far as pooling and timing need it.</summary>
internal sealed record ListedAnswer(
    Guid ExpertId, int Version, DateTimeOffset ReceivedAt, bool SawBoard, bool Late, int CaseRevision,
    IReadOnlyList<IReadOnlyList<string>> Groups, IReadOnlyList<string> Dangerous, IReadOnlyList<string> Terminology)
{
    public string ExpertKey => ExpertId.ToString("N");

    public string AnswerKey => $"{ExpertId:N}/{Version:D6}";

    public bool IsBlind => !SawBoard && !Late;

    public ExpertList ToList() => new(ExpertKey, ReceivedAt, Groups);
}

/// <summary>Reads the answers of a case in a form that the pure functions take.</summary>
internal static class PooledAnswers
{
    /// <summary>All versions of all answers of a case, as of an instant.</summary>
    public static async Task<IReadOnlyList<ListedAnswer>> ReadAsync(CrowdDxDbContext db, Guid caseId, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        // Answers before suggestions: both are written together, so that each answer read has its suggestions.
        var answers = await db.Answers
            .Where(a => a.CaseId == caseId && (asOf == null || a.ReceivedAt <= asOf))
            .Select(a => new { a.ExpertId, a.Version, a.ReceivedAt, a.SawBoard, a.Late, a.CaseRevision })
            .ToListAsync(cancellationToken);
        var suggestions = (await db.Suggestions
            .Where(s => s.CaseId == caseId)
            .Select(s => new { s.ExpertId, s.Version, s.RankGroup, s.DiagnosisKey, s.Dangerous, s.TerminologyVersion })
            .ToListAsync(cancellationToken)).ToLookup(s => (s.ExpertId, s.Version));
        return answers.ConvertAll(a =>
        {
            var own = suggestions[(a.ExpertId, a.Version)].ToList();
            return new ListedAnswer(
                a.ExpertId, a.Version, a.ReceivedAt, a.SawBoard, a.Late, a.CaseRevision,
                [.. own.GroupBy(s => s.RankGroup).OrderBy(g => g.Key).Select(g => g.Select(s => s.DiagnosisKey).Order(StringComparer.Ordinal).ToList())],
                [.. own.Where(s => s.Dangerous).Select(s => s.DiagnosisKey)],
                [.. own.Select(s => s.TerminologyVersion).Distinct()]);
        });
    }

    /// <summary>Each expert's latest version among some, ordered by expert.</summary>
    public static List<ListedAnswer> LatestOf(IEnumerable<ListedAnswer> answers)
        => [.. answers.GroupBy(a => a.ExpertId).Select(g => g.MaxBy(a => a.Version)!).OrderBy(a => a.ExpertKey, StringComparer.Ordinal)];
}
