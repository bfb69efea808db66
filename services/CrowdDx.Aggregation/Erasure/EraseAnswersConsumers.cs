using MassTransit;

using Microsoft.EntityFrameworkCore;

using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Storage;

namespace CrowdDx.Aggregation.Erasure;

/// <summary>
/// Erases an expert from the answers. With consent to research use the ranks stay under a random name, without words; without it the answers go.
/// Open boards are pooled anew; frozen ones keep their numbers.
/// </summary>
internal sealed class EraseExpertsAnswersConsumer(CrowdDxDbContext db, TimeProvider clock) : IConsumer<AccountErased>
{
    // One transaction: the first save notes the message as consumed, and nothing may be left for a second try that never comes.
    public Task Consume(ConsumeContext<AccountErased> context)
        => db.TransactAsync(
            async token =>
            {
                await EraseAsync(context.Message.AccountId, token);
                return true;
            },
            context.CancellationToken);

    private async Task EraseAsync(Guid expertId, CancellationToken cancellationToken)
    {
        var keep = await db.ExpertPreferences.AnyAsync(p => p.ExpertId == expertId && p.ResearchConsentAt != null, cancellationToken);
        var answers = await db.Answers.Include(a => a.Suggestions).Where(a => a.ExpertId == expertId).ToListAsync(cancellationToken);
        var names = await db.CasePseudonyms.Where(p => p.ExpertId == expertId).ToListAsync(cancellationToken);
        var cases = answers.Select(a => a.CaseId).Distinct().ToList();
        db.Answers.RemoveRange(answers);
        db.CasePseudonyms.RemoveRange(names);
        foreach (var caseId in await db.ClinicalCases.Where(c => cases.Contains(c.Id) && c.Status == CaseStatus.Open).Select(c => c.Id).ToListAsync(cancellationToken))
            db.Announce(new AnswersErased(caseId));
        // Before the anonymous ones come, since a pseudonym's number is unique.
        await db.SaveChangesAsync(cancellationToken);
        if (keep)
        {
            // One name a case, so that nobody can be followed from case to case.
            var tombstones = cases.ToDictionary(caseId => caseId, _ => Guid.CreateVersion7(clock.GetUtcNow()));
            db.Answers.AddRange(answers.Select(answer => Anonymous(answer, tombstones[answer.CaseId])));
            db.CasePseudonyms.AddRange(names.Where(n => tombstones.ContainsKey(n.CaseId))
                .Select(n => new CasePseudonym { CaseId = n.CaseId, ExpertId = tombstones[n.CaseId], Number = n.Number }));
            await db.SaveChangesAsync(cancellationToken);
        }
        await db.BoardViews.Where(v => v.ViewerId == expertId).ExecuteDeleteAsync(cancellationToken);
        await db.TrackRecords.Where(r => r.ExpertId == expertId).ExecuteDeleteAsync(cancellationToken);
    }

    private static Answer Anonymous(Answer answer, Guid tombstone)
        => new()
        {
            CaseId = answer.CaseId, ExpertId = tombstone, Version = answer.Version, ReceivedAt = answer.ReceivedAt, SawBoard = answer.SawBoard,
            Late = answer.Late, CaseRevision = answer.CaseRevision, Assistance = answer.Assistance, ContentHash = answer.ContentHash,
            Suggestions = [.. answer.Suggestions.Select(s => new Suggestion
            {
                CaseId = s.CaseId, ExpertId = tombstone, Version = s.Version, Ordinal = s.Ordinal, RankGroup = s.RankGroup,
                Phrase = s.CodingCode is null ? "" : s.Phrase, DiagnosisKey = s.DiagnosisKey, Rule = s.Rule, TerminologyVersion = s.TerminologyVersion,
                CodingSystem = s.CodingSystem, CodingCode = s.CodingCode, Confidence = s.Confidence, Dangerous = s.Dangerous,
            })],
        };
}

/// <summary>A case was withdrawn: what experts wrote about the patient goes with it; what they ranked stays.</summary>
internal sealed class WipeWordsConsumer(CrowdDxDbContext db) : IConsumer<CaseWithdrawn>
{
    public Task Consume(ConsumeContext<CaseWithdrawn> context)
        => db.Answers
            .Where(a => a.CaseId == context.Message.CaseId)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.Rationale, (string?)null).SetProperty(x => x.NextTest, (string?)null), context.CancellationToken);
}
