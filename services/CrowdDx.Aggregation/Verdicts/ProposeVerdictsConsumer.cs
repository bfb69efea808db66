using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Storage;
using CrowdDx.Terminology;
using CrowdDx.Terminology.Concepts;
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
            .SelectMany(KeysOf)
            .ToList();
        if (reference.Count == 0)
            return;
        foreach (var key in await CorrectKeys.SuggestedAsync(db, caseId, cancellationToken))
            db.Verdicts.Add(new() { CaseId = caseId, OutcomeVersion = version, DiagnosisKey = key, Proposed = Propose(key, reference) });
    }

    /// <summary>The key that the diagnosis has, and the one of its words: answers may have come before the terminology knew it.</summary>
    private IEnumerable<string> KeysOf(ReferenceDiagnosis diagnosis)
    {
        var coding = diagnosis.CodingSystem is null || diagnosis.CodingCode is null ? null : new Coding(diagnosis.CodingSystem, diagnosis.CodingCode);
        if (recognizer.Recognize(diagnosis.Text, coding) is { } found)
            yield return found.Key;
        if (coding is null && NormalForm.Of(diagnosis.Text) is { Length: > 0 } form)
            yield return DiagnosisKey.OfNormalForm(form).ToString();
    }

    /// <summary>The best that a suggestion is to any of the reference diagnoses. Of what is no kind of another the terminology has no opinion.</summary>
    private VerdictKind? Propose(string key, IReadOnlyList<string> reference)
    {
        var relations = reference.Select(known => key == known ? Relation.Same : Relate(key, known)).ToList();
        return relations.Contains(Relation.Same) ? VerdictKind.Exact
            : relations.Contains(Relation.Narrower) ? VerdictKind.Narrower
            : relations.Contains(Relation.Broader) ? VerdictKind.Broader
            : null;
    }

    private Relation Relate(string key, string known)
        => recognizer.Find(key) is { } suggested && recognizer.Find(known) is { } reference ? recognizer.Terminology.Hierarchy.Relate(suggested.Id, reference.Id) : Relation.Other;
}
