using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Storage;
using CrowdDx.Terminology;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Verdicts;

/// <summary>
/// An outcome came: a verdict is proposed for each suggested diagnosis, as far as the terminology has an opinion, and track records follow:
/// an outcome without a diagnosis takes back those of the one before.
/// </summary>
internal sealed class ProposeVerdictsConsumer(CrowdDxDbContext db, Recognizer recognizer, TrackRecords records) : IConsumer<OutcomeRecorded>
{
    // One transaction: what is consumed is done.
    public Task Consume(ConsumeContext<OutcomeRecorded> context)
        => db.TransactAsync(
            async token =>
            {
                await ProposeAsync(context.Message.CaseId, context.Message.OutcomeVersion, token);
                await db.SaveChangesAsync(token);
                await records.WriteAsync(context.Message.CaseId, token);
                return true;
            },
            context.CancellationToken);

    private async Task ProposeAsync(Guid caseId, int version, CancellationToken cancellationToken)
    {
        if (await db.Verdicts.AnyAsync(v => v.CaseId == caseId && v.OutcomeVersion == version, cancellationToken))
            return;
        var outcome = await db.Outcomes.AsNoTracking().Include(o => o.Diagnoses).SingleAsync(o => o.CaseId == caseId && o.Version == version, cancellationToken);
        var reference = outcome.Diagnoses
            .Select(d => recognizer.Recognize(d.Text, d.CodingSystem is null || d.CodingCode is null ? null : new Coding(d.CodingSystem, d.CodingCode))?.Key)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        if (reference.Count == 0)
            return;
        foreach (var key in await CorrectKeys.SuggestedAsync(db, caseId, cancellationToken))
            db.Verdicts.Add(new() { CaseId = caseId, OutcomeVersion = version, DiagnosisKey = key, Proposed = reference.Contains(key) ? VerdictKind.Exact : null });
    }
}
