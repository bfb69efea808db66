using CrowdDx.Aggregation.Pooling;
using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Ranking;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Timing;

/// <summary>Computes the times of a case from the case and its blind answers, and keeps how far the costly part has come.</summary>
internal sealed class CaseTimer(CrowdDxDbContext db)
{
    /// <summary>Adds to the context how far settling was looked for; the caller saves.</summary>
    /// <returns>When the case was posted.</returns>
    public async Task<DateTimeOffset> KeepProgressAsync(Guid caseId, int version, IReadOnlyList<ListedAnswer> answers, CancellationToken cancellationToken)
    {
        var stored = await db.CaseTimings.SingleOrDefaultAsync(t => t.CaseId == caseId, cancellationToken);
        var postedAt = await db.ClinicalCases.Where(c => c.Id == caseId).Select(c => c.PostedAt).SingleAsync(cancellationToken);
        var progress = TimeToAnswer.ComputeProgress(new(postedAt, null, null, null, Timed(answers, []), null, Known(stored)));
        if (stored is null)
            db.CaseTimings.Add(stored = new() { CaseId = caseId, PrefixDigest = [] });
        stored.DifferentialVersion = version;
        stored.SettledTicks = progress.Settled?.Ticks;
        stored.SettledCheckedAnswers = progress.CheckedAnswers;
        stored.PrefixDigest = Convert.FromHexString(progress.PrefixDigest);
        return postedAt;
    }

    /// <summary>All times of a case; those after the outcome from <paramref name="correctKeys"/>, null where there is no complete verdict.</summary>
    public async Task<(CaseTimes Times, int Invited)> ReadAsync(Guid caseId, IReadOnlySet<string>? correctKeys, CancellationToken cancellationToken)
    {
        var found = await db.ClinicalCases.Where(c => c.Id == caseId).Select(c => new { c.PostedAt, c.ClosedAt, c.RevealedAtRevision }).SingleAsync(cancellationToken);
        var invitations = db.Invitations.Where(i => i.CaseId == caseId);
        var invited = await invitations.CountAsync(cancellationToken);
        var first = await invitations.MinAsync(i => (DateTimeOffset?)i.InvitedAt, cancellationToken);
        var last = await invitations.MaxAsync(i => (DateTimeOffset?)i.InvitedAt, cancellationToken);
        var answers = await PooledAnswers.ReadAsync(db, caseId, asOf: null, cancellationToken);
        var experts = answers.Select(a => a.ExpertId).Distinct().ToList();
        var own = await invitations.Where(i => experts.Contains(i.ExpertId)).ToDictionaryAsync(i => i.ExpertId, i => i.InvitedAt, cancellationToken);
        var stored = await db.CaseTimings.AsNoTracking().SingleOrDefaultAsync(t => t.CaseId == caseId, cancellationToken);

        var times = TimeToAnswer.Compute(new(found.PostedAt, first, last, found.ClosedAt, Timed(answers, own), correctKeys, Known(stored)));
        if (correctKeys is null || found.RevealedAtRevision is not { } revealed)
            return (times, invited);
        // What was answered after the diagnosis was given away says nothing about how fast the crowd found it.
        var untold = Timed([.. answers.Where(a => a.CaseRevision < revealed)], own);
        var correct = TimeToAnswer.Compute(new(found.PostedAt, first, last, found.ClosedAt, untold, correctKeys));
        return (times with
        {
            FirstCorrectAnyRank = correct.FirstCorrectAnyRank,
            FirstCorrectRankOne = correct.FirstCorrectRankOne,
            BoardTopThree = correct.BoardTopThree,
            LeadsAndStays = correct.LeadsAndStays,
        }, invited);
    }

    private static List<TimedAnswer> Timed(IReadOnlyList<ListedAnswer> answers, Dictionary<Guid, DateTimeOffset> invitedAt)
        => [.. answers.Where(a => a.IsBlind).Select(a => new TimedAnswer(
            a.AnswerKey, a.ExpertKey, a.ReceivedAt, invitedAt.TryGetValue(a.ExpertId, out var at) ? at : null, a.Groups))];

    private static SettledProgress? Known(CaseTiming? stored)
        => stored is null
            ? null
            : new(
                stored.SettledCheckedAnswers,
                Convert.ToHexStringLower(stored.PrefixDigest),
                stored.SettledTicks is { } ticks ? TimeSpan.FromTicks(ticks) : null);
}
