using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Erasure;

/// <summary>
/// Erases an expert from the answers, in one transaction. With consent to research use the ranks stay under a random name, without words; without it
/// the answers go. Open boards are pooled anew, by announcement; frozen ones keep their numbers.
/// </summary>
internal sealed class EraseExpertsAnswersConsumer(CrowdDxDbContext db, TimeProvider clock) : IConsumer<AccountErased>
{
    public Task Consume(ConsumeContext<AccountErased> context) => db.TransactAsync(token => EraseAsync(context.Message.AccountId, token), context.CancellationToken);

    private async Task<bool> EraseAsync(Guid expertId, CancellationToken cancellationToken)
    {
        var keep = await db.ExpertPreferences.AnyAsync(p => p.ExpertId == expertId && p.ResearchConsentAt != null, cancellationToken);
        var answers = await db.Answers.Include(a => a.Suggestions).Where(a => a.ExpertId == expertId).ToListAsync(cancellationToken);
        var names = await db.CasePseudonyms.Where(p => p.ExpertId == expertId).ToListAsync(cancellationToken);
        await AnnounceAsync(expertId, cancellationToken);
        db.Answers.RemoveRange(answers);
        db.CasePseudonyms.RemoveRange(names);
        await db.SaveChangesAsync(cancellationToken);
        if (keep)
            await KeepRanksAsync(answers, names, cancellationToken);
        await db.BoardViews.Where(v => v.ViewerId == expertId).ExecuteDeleteAsync(cancellationToken);
        await db.TrackRecords.Where(r => r.ExpertId == expertId).ExecuteDeleteAsync(cancellationToken);
        return true;
    }

    private async Task AnnounceAsync(Guid expertId, CancellationToken cancellationToken)
    {
        var open = await db.ClinicalCases
            .Where(c => c.Status == CaseStatus.Open && db.Answers.Any(a => a.CaseId == c.Id && a.ExpertId == expertId))
            .Select(c => c.Id)
            .ToListAsync(cancellationToken);
        open.ForEach(caseId => db.Announce(new AnswersErased(caseId)));
    }

    private Task<int> KeepRanksAsync(List<Answer> answers, List<CasePseudonym> names, CancellationToken cancellationToken)
    {
        // Another random name in each case, so that nothing ties them together.
        var tombstones = answers.Select(a => a.CaseId).Concat(names.Select(n => n.CaseId)).Distinct().ToDictionary(id => id, _ => Guid.CreateVersion7(clock.GetUtcNow()));
        db.Answers.AddRange(answers.Select(answer => Anonymous(answer, tombstones[answer.CaseId])));
        db.CasePseudonyms.AddRange(names.Select(name => new CasePseudonym { CaseId = name.CaseId, ExpertId = tombstones[name.CaseId], Number = name.Number }));
        return db.SaveChangesAsync(cancellationToken);
    }

    private static Answer Anonymous(Answer answer, Guid tombstone)
        => new()
        {
            CaseId = answer.CaseId,
            ExpertId = tombstone,
            Version = answer.Version,
            ReceivedAt = answer.ReceivedAt,
            SawBoard = answer.SawBoard,
            Late = answer.Late,
            CaseRevision = answer.CaseRevision,
            Assistance = answer.Assistance,
            ContentHash = answer.ContentHash,
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
    public Task Consume(ConsumeContext<CaseWithdrawn> context) => WipeAsync(db, context.Message.CaseId, context.CancellationToken);

    /// <summary>An answer that was being written as the case was withdrawn brings its words after the wiping; its pooling comes here again.</summary>
    public static async Task WipeLateWordsAsync(CrowdDxDbContext db, Guid caseId, CancellationToken cancellationToken)
    {
        if (await db.ClinicalCases.AnyAsync(c => c.Id == caseId && c.Status == CaseStatus.Withdrawn, cancellationToken))
            await WipeAsync(db, caseId, cancellationToken);
    }

    private static Task<int> WipeAsync(CrowdDxDbContext db, Guid caseId, CancellationToken cancellationToken)
        => db.Answers
            .Where(a => a.CaseId == caseId)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.Rationale, (string?)null).SetProperty(x => x.NextTest, (string?)null), cancellationToken);
}
