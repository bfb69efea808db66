using CrowdDx.Aggregation.Verdicts;
using CrowdDx.Data;
using CrowdDx.Ranking;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Timing;

/// <summary>Times of a case, in seconds from posting unless said otherwise; null for what has not happened.</summary>
/// <param name="PostedAt">Time zero.</param>
/// <param name="Invited">How many experts were invited.</param>
/// <param name="FirstInvitation">First invitation.</param>
/// <param name="LastInvitation">Last invitation so far.</param>
/// <param name="FirstAnswer">First blind answer.</param>
/// <param name="NthAnswers">First blind answer of the n-th expert.</param>
/// <param name="LeaderTookLead">When the present leader last took the lead.</param>
/// <param name="Settled">When the board was first settled.</param>
/// <param name="Closed">When the case was closed.</param>
/// <param name="FirstAnswerFromInvitation">Shortest time from an expert's own invitation to that expert's answer.</param>
/// <param name="MedianAnswerFromInvitation">Median of those times over the experts who answered; it knows nothing of those who did not.</param>
/// <param name="Verdict">Whether the outcome's verdicts are <c>missing</c>, <c>partial</c> or <c>complete</c>; the times to correct are given for complete ones only.</param>
/// <param name="FirstCorrectAnyRank">First answer that names a correct diagnosis.</param>
/// <param name="FirstCorrectRankOne">First answer that ranks one first.</param>
/// <param name="BoardTopThree">First board with one among the first three.</param>
/// <param name="LeadsAndStays">Since when one leads the board, if one does.</param>
public sealed record TimingView(
    DateTimeOffset PostedAt, int Invited, double? FirstInvitation, double? LastInvitation, double? FirstAnswer, IReadOnlyList<double> NthAnswers,
    double? LeaderTookLead, double? Settled, double? Closed, double? FirstAnswerFromInvitation, double? MedianAnswerFromInvitation,
    VerdictProgress Verdict, double? FirstCorrectAnyRank, double? FirstCorrectRankOne, double? BoardTopThree, double? LeadsAndStays);

/// <summary>How far the verdicts on a case have come.</summary>
public enum VerdictProgress
{
    /// <summary>No outcome that counts: missing, not censored.</summary>
    Missing = 0,

    /// <summary>Some suggestions have no verdict yet.</summary>
    Partial = 1,

    /// <summary>Every suggestion has one.</summary>
    Complete = 2,
}

/// <summary>Reads the times of a case. Whoever calls it has opened the board.</summary>
public sealed class ReadTiming
{
    private readonly CrowdDxDbContext _db;
    private readonly CaseTimer _timer;

    internal ReadTiming(CrowdDxDbContext db, CaseTimer timer) => (_db, _timer) = (db, timer);

    /// <summary>The times.</summary>
    public async Task<TimingView> RunAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var state = await CorrectKeys.ReadAsync(_db, caseId, cancellationToken);
        var progress = state.OutcomeVersion is null ? VerdictProgress.Missing : state.Complete ? VerdictProgress.Complete : VerdictProgress.Partial;
        var (times, invited) = await _timer.ReadAsync(caseId, progress == VerdictProgress.Complete ? state.Strict : null, cancellationToken);
        var found = await _db.ClinicalCases.Where(c => c.Id == caseId).Select(c => new { c.PostedAt, c.ClosedAt }).SingleAsync(cancellationToken);
        return View(found.PostedAt, found.ClosedAt, invited, progress, times);
    }

    private static TimingView View(DateTimeOffset postedAt, DateTimeOffset? closedAt, int invited, VerdictProgress progress, CaseTimes times)
        => new(
            postedAt, invited, Seconds(times.FirstInvitation), Seconds(times.LastInvitation), Seconds(times.FirstAnswer),
            [.. times.NthAnswers.Select(t => Seconds(t)!.Value)], Seconds(times.LeaderTookLead), Seconds(times.Settled), Seconds(closedAt - postedAt),
            Seconds(times.FirstAnswerFromInvitation), Seconds(times.MedianAnswerFromInvitation),
            progress, Seconds(times.FirstCorrectAnyRank), Seconds(times.FirstCorrectRankOne), Seconds(times.BoardTopThree), Seconds(times.LeadsAndStays));

    private static double? Seconds(TimeSpan? time) => time is { } t ? Math.Round(t.TotalSeconds, 3) : null;
}
