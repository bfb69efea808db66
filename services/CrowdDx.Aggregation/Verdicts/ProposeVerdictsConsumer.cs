using MassTransit;

using Microsoft.EntityFrameworkCore;

using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Storage;
using CrowdDx.Terminology;

namespace CrowdDx.Aggregation.Verdicts;

/// <summary>An outcome came: a verdict is proposed for each suggested diagnosis, as far as the terminology has an opinion.</summary>
internal sealed class ProposeVerdictsConsumer(CrowdDxDbContext db, Recognizer recognizer, TrackRecords records) : IConsumer<OutcomeRecorded>
{
    public async Task Consume(ConsumeContext<OutcomeRecorded> context)
    {
        var (caseId, version, token) = (context.Message.CaseId, context.Message.OutcomeVersion, context.CancellationToken);
        var outcome = await db.Outcomes.AsNoTracking().Include(o => o.Diagnoses).SingleAsync(o => o.CaseId == caseId && o.Version == version, token);
        var reference = outcome.Diagnoses
            .Select(d => recognizer.Recognize(d.Text, d.CodingSystem is null || d.CodingCode is null ? null : new Coding(d.CodingSystem, d.CodingCode))?.Key)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        if (reference.Count == 0)
            return;
        await db.TransactAsync(inside => ProposeAsync(caseId, version, reference, inside), token);
    }

    private async Task<bool> ProposeAsync(Guid caseId, int version, HashSet<string> reference, CancellationToken cancellationToken)
    {
        // A person may have been faster; that word stands.
        var known = await db.Verdicts.Where(v => v.CaseId == caseId && v.OutcomeVersion == version).Select(v => v.DiagnosisKey).ToListAsync(cancellationToken);
        foreach (var key in (await CorrectKeys.SuggestedAsync(db, caseId, cancellationToken)).Except(known, StringComparer.Ordinal))
            db.Verdicts.Add(new() { CaseId = caseId, OutcomeVersion = version, DiagnosisKey = key, Proposed = reference.Contains(key) ? VerdictKind.Exact : null });
        await db.SaveChangesAsync(cancellationToken);
        await records.WriteAsync(caseId, cancellationToken);
        return true;
    }
}
