using CrowdDx.Aggregation.Pooling;
using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.FanOut;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Verdicts;

/// <summary>An expert's own record.</summary>
/// <param name="Cases">Cases with a complete verdict that the expert answered blind.</param>
/// <param name="Hits">Those with a strictly correct diagnosis in the expert's first three rank groups.</param>
/// <param name="HitRate">Hits by cases; null while there is no case: unknown is not zero.</param>
/// <param name="Low">Lower end of its 95 % Wilson interval.</param>
/// <param name="High">Upper end of it.</param>
public sealed record RecordView(int Cases, int Hits, double? HitRate, double? Low, double? High);

/// <summary>
/// Writes who was right in a case once every suggestion has a verdict. Left out: sighted and late answers, answers that knew an addendum
/// which gives the diagnosis away, experts who know the case, and outcomes that do not count.
/// </summary>
public sealed class TrackRecords(CrowdDxDbContext db, TimeProvider clock)
{
    private const int Top = 3;

    /// <summary>Replaces the case's rows by what the verdicts say now.</summary>
    public async Task WriteAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var state = await CorrectKeys.ReadAsync(db, caseId, cancellationToken);
        var old = await db.TrackRecords.Where(r => r.CaseId == caseId).ToDictionaryAsync(r => r.ExpertId, cancellationToken);
        var hits = state is { OutcomeVersion: not null, Complete: true } ? await HitsAsync(caseId, state.Strict, cancellationToken) : [];
        var now = clock.GetUtcNow();
        foreach (var gone in old.Values.Where(r => !hits.ContainsKey(r.ExpertId)))
            db.TrackRecords.Remove(gone);
        foreach (var (expertId, hit) in hits)
        {
            var others = hits.Count - 1;
            double? expected = others == 0 ? null : (hits.Values.Count(h => h) - (hit ? 1 : 0)) / (double)others;
            if (old.TryGetValue(expertId, out var record))
                record.Judge(hit, expected);
            else
                db.TrackRecords.Add(TrackRecord.Of(expertId, caseId, hit, expected, now));
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>An expert's own record.</summary>
    public async Task<RecordView> ReadAsync(Guid expertId, CancellationToken cancellationToken)
    {
        var cases = await db.TrackRecords.CountAsync(r => r.ExpertId == expertId, cancellationToken);
        var hits = await db.TrackRecords.CountAsync(r => r.ExpertId == expertId && r.Hit, cancellationToken);
        if (cases == 0)
            return new(0, 0, null, null, null);
        // Wilson 1927.
        const double z = 1.959963984540054;
        var rate = hits / (double)cases;
        var centre = (rate + (z * z / (2 * cases))) / (1 + (z * z / cases));
        var half = z / (1 + (z * z / cases)) * Math.Sqrt((rate * (1 - rate) / cases) + (z * z / (4.0 * cases * cases)));
        return new(cases, hits, Math.Round(rate, 4), Math.Round(Math.Max(0, centre - half), 4), Math.Round(Math.Min(1, centre + half), 4));
    }

    private async Task<Dictionary<Guid, bool>> HitsAsync(Guid caseId, IReadOnlySet<string> strict, CancellationToken cancellationToken)
    {
        var revealed = await db.ClinicalCases.Where(c => c.Id == caseId).Select(c => c.RevealedAtRevision).SingleAsync(cancellationToken) ?? int.MaxValue;
        var insiders = await db.Declines.Where(d => d.CaseId == caseId && d.Reason == DeclineReason.KnowThisCase).Select(d => d.ExpertId).ToListAsync(cancellationToken);
        var answers = await PooledAnswers.ReadAsync(db, caseId, asOf: null, cancellationToken);
        return PooledAnswers.LatestOf(answers.Where(a => a.IsBlind && a.CaseRevision < revealed && !insiders.Contains(a.ExpertId)))
            .ToDictionary(a => a.ExpertId, a => a.Groups.Take(Top).Any(group => group.Any(strict.Contains)));
    }
}
