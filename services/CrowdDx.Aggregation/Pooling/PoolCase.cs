using CrowdDx.Aggregation.Timing;
using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Pooling;

/// <summary>
/// Pools the answers of a case into the next version of its differential: reads the latest version, then the answers; stops if they are
/// what it was made of; writes the next version; starts again if another process was first.
/// </summary>
internal sealed class PoolCase(CrowdDxDbContext db, CaseTimer timer, BoardMeasures measures, TimeProvider clock)
{
    private const int Attempts = 10;

    public async Task RunAsync(Guid caseId, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await TryAsync(caseId, cancellationToken);
                return;
            }
            catch (DbUpdateException exception) when ((exception.IsUniqueViolation() || exception is DbUpdateConcurrencyException) && attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task TryAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var latest = await db.Differentials
            .Where(d => d.CaseId == caseId)
            .OrderByDescending(d => d.Version)
            .Select(d => new { d.Version, d.InputDigest, d.ComputedAt })
            .FirstOrDefaultAsync(cancellationToken);
        var answers = await PooledAnswers.ReadAsync(db, caseId, asOf: null, cancellationToken);
        var digest = BoardMaker.Digest(answers);
        if (latest is not null && latest.InputDigest.AsSpan().SequenceEqual(digest))
            return;

        var board = BoardMaker.Make(answers);
        var version = (latest?.Version ?? 0) + 1;
        db.Differentials.Add(new()
        {
            CaseId = caseId,
            Version = version,
            ComputedAt = clock.GetUtcNow(),
            InputDigest = digest,
            Answers = board.Blind.Experts,
            Settled = board.Blind.Settled,
            Board = board.Write(),
        });
        await NameExpertsAsync(caseId, answers, cancellationToken);
        var postedAt = await timer.KeepProgressAsync(caseId, version, answers, cancellationToken);
        db.Announce(new DifferentialUpdated(caseId, version, board.Blind.Settled));
        await db.SaveChangesAsync(cancellationToken);
        measures.Pooled(postedAt, latest?.ComputedAt, answers);
    }

    /// <summary>Gives each expert a number within the case with the first pooled answer, in the order of arrival.</summary>
    private async Task NameExpertsAsync(Guid caseId, IReadOnlyList<ListedAnswer> answers, CancellationToken cancellationToken)
    {
        var named = await db.CasePseudonyms.Where(p => p.CaseId == caseId).Select(p => new { p.ExpertId, p.Number }).ToListAsync(cancellationToken);
        var known = named.Select(p => p.ExpertId).ToHashSet();
        var number = named.Count == 0 ? 0 : named.Max(p => p.Number);
        foreach (var expertId in answers.OrderBy(a => a.ReceivedAt).ThenBy(a => a.AnswerKey, StringComparer.Ordinal).Select(a => a.ExpertId).Where(known.Add))
            db.CasePseudonyms.Add(new() { CaseId = caseId, ExpertId = expertId, Number = ++number });
    }
}
