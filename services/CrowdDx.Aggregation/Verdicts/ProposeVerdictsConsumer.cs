using MassTransit;

using Microsoft.EntityFrameworkCore;

using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Terminology;

namespace CrowdDx.Aggregation.Verdicts;

/// <summary>An outcome came: a verdict is proposed for each suggested diagnosis, as far as the terminology has an opinion.</summary>
internal sealed class ProposeVerdictsConsumer(CrowdDxDbContext db, Recognizer recognizer, TrackRecords records) : IConsumer<OutcomeRecorded>
{
    public async Task Consume(ConsumeContext<OutcomeRecorded> context)
    {
        var (caseId, version, token) = (context.Message.CaseId, context.Message.OutcomeVersion, context.CancellationToken);
        if (await db.Verdicts.AnyAsync(v => v.CaseId == caseId && v.OutcomeVersion == version, token))
            return;
        var outcome = await db.Outcomes.AsNoTracking().Include(o => o.Diagnoses).SingleAsync(o => o.CaseId == caseId && o.Version == version, token);
        var reference = outcome.Diagnoses
            .Select(d => recognizer.Recognize(d.Text, d.CodingSystem is null || d.CodingCode is null ? null : new Coding(d.CodingSystem, d.CodingCode))?.Key)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        if (reference.Count == 0)
            return;
        foreach (var key in await CorrectKeys.SuggestedAsync(db, caseId, token))
            db.Verdicts.Add(new() { CaseId = caseId, OutcomeVersion = version, DiagnosisKey = key, Proposed = reference.Contains(key) ? VerdictKind.Exact : null });
        await db.SaveChangesAsync(token);
        await records.WriteAsync(caseId, token);
    }
}
