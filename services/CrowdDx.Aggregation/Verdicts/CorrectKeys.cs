using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Verdicts;

/// <summary>What the verdicts on a case say.</summary>
/// <param name="OutcomeVersion">The outcome that they are about; null where there is none that counts.</param>
/// <param name="Complete">Whether every suggested diagnosis has one.</param>
/// <param name="Strict">Keys whose verdict is exact or narrower.</param>
internal sealed record VerdictState(int? OutcomeVersion, bool Complete, IReadOnlySet<string> Strict);

internal static class CorrectKeys
{
    /// <summary>Reads the verdicts on the latest outcome. An identical key is exact by itself; everything else takes a person's word.</summary>
    public static async Task<VerdictState> ReadAsync(CrowdDxDbContext db, Guid caseId, CancellationToken cancellationToken)
    {
        var outcome = await db.Outcomes.AsNoTracking().Where(o => o.CaseId == caseId).OrderByDescending(o => o.Version).FirstOrDefaultAsync(cancellationToken);
        if (outcome is not { CountsForAccuracy: true })
            return new(null, Complete: false, new HashSet<string>());
        var verdicts = await db.Verdicts.AsNoTracking().Where(v => v.CaseId == caseId && v.OutcomeVersion == outcome.Version).ToListAsync(cancellationToken);
        var suggested = await SuggestedAsync(db, caseId, cancellationToken);
        var known = verdicts.Where(v => Effective(v) is not null).ToDictionary(v => v.DiagnosisKey, v => Effective(v)!.Value, StringComparer.Ordinal);
        var strict = known.Where(v => v.Value is VerdictKind.Exact or VerdictKind.Narrower).Select(v => v.Key).ToHashSet(StringComparer.Ordinal);
        return new(outcome.Version, suggested.All(known.ContainsKey), strict);
    }

    /// <summary>Every diagnosis that an expert suggested for a case, in whatever version.</summary>
    public static Task<List<string>> SuggestedAsync(CrowdDxDbContext db, Guid caseId, CancellationToken cancellationToken)
        => db.Suggestions.Where(s => s.CaseId == caseId).Select(s => s.DiagnosisKey).Distinct().ToListAsync(cancellationToken);

    private static VerdictKind? Effective(Verdict verdict) => verdict.Confirmed ?? (verdict.Proposed == VerdictKind.Exact ? VerdictKind.Exact : null);
}
