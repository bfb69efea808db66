using MassTransit;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Storage;

namespace CrowdDx.Aggregation.Erasure;

/// <summary>
/// Erases an expert from the answers. With consent to research use the ranks stay under a random name, without words; without it the answers go.
/// Their boards are pooled anew, closed ones too; older versions of a board keep their numbers, which name nobody.
/// </summary>
internal sealed class EraseExpertsAnswersConsumer(IServiceScopeFactory scopes, TimeProvider clock) : IConsumer<AccountErased>
{
    public async Task Consume(ConsumeContext<AccountErased> context)
    {
        // A scope of its own: the message counts as consumed only after the last of several saves.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CrowdDxDbContext>();
        var (expertId, token) = (context.Message.AccountId, context.CancellationToken);
        var keep = await db.ExpertPreferences.AnyAsync(p => p.ExpertId == expertId && p.ResearchConsentAt != null, token);
        foreach (var caseId in await db.Answers.Where(a => a.ExpertId == expertId).Select(a => a.CaseId).Distinct().ToListAsync(token))
            await EraseAsync(db, caseId, expertId, keep, token);
        await db.BoardViews.Where(v => v.ViewerId == expertId).ExecuteDeleteAsync(token);
        await db.TrackRecords.Where(r => r.ExpertId == expertId).ExecuteDeleteAsync(token);
    }

    private async Task EraseAsync(CrowdDxDbContext db, Guid caseId, Guid expertId, bool keep, CancellationToken cancellationToken)
    {
        var tombstone = Guid.CreateVersion7(clock.GetUtcNow());
        var answers = await db.Answers.Include(a => a.Suggestions).Where(a => a.CaseId == caseId && a.ExpertId == expertId).ToListAsync(cancellationToken);
        var name = await db.CasePseudonyms.SingleOrDefaultAsync(p => p.CaseId == caseId && p.ExpertId == expertId, cancellationToken);
        await db.TransactAsync(
            async token =>
            {
                db.Answers.RemoveRange(answers);
                if (name is not null)
                    db.CasePseudonyms.Remove(name);
                db.Announce(new AnswersErased(caseId));
                await db.SaveChangesAsync(token);
                if (!keep)
                    return true;
                db.Answers.AddRange(answers.Select(answer => Anonymous(answer, tombstone)));
                if (name is not null)
                    db.CasePseudonyms.Add(new() { CaseId = caseId, ExpertId = tombstone, Number = name.Number });
                await db.SaveChangesAsync(token);
                return true;
            },
            cancellationToken);
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
