using System.Data;
using System.Security.Cryptography;
using System.Text.Json;
using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Requests;
using CrowdDx.Data.Storage;
using CrowdDx.Deidentification;
using CrowdDx.Terminology;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Answering;

/// <summary>What became of an answer.</summary>
/// <param name="Answer">The version that is stored.</param>
/// <param name="IsNew">False where it equals the caller's latest version, which was then given back.</param>
public sealed record StoredAnswer(AnswerView Answer, bool IsNew);

/// <summary>An invited expert answers, or changes the answer: a new version, in one transaction with the message that has it pooled.</summary>
public sealed class AnswerCase(CrowdDxDbContext db, CaseAccess access, Recognizer recognizer, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <summary>Stores the answer; 404 where the caller is not invited.</summary>
    public async Task<Reply<StoredAnswer>> RunAsync(Caller caller, Guid caseId, AnswerRequest request, CancellationToken cancellationToken)
    {
        if (await access.SeeAsync(caller, caseId, reason: null, cancellationToken) is not { IsInvited: true, IsAuthor: false } sight)
            return Problem.NotFound;
        var errors = request.Check();
        if (request.CaseRevision is { } known && (known < 1 || known > sight.Revision))
            errors.Add("caseRevision", $"The case has revisions 1 to {sight.Revision}.");
        var suggestions = errors.None ? Recognize(caller.Id, caseId, request, await SpecialtiesAsync(caseId, cancellationToken), errors) : [];
        if (!errors.None)
            return Problem.Invalid(errors);
        if (RefuseIdentifiers(request) is { } refusal)
            return refusal;

        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request with { CaseRevision = null }));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Many answer a case at once, and none may wait for another: the version decides between two of the same expert.
                return await db.TransactAsync(IsolationLevel.ReadCommitted, token => StoreAsync(caller.Id, caseId, request, suggestions, hash, token), cancellationToken);
            }
            catch (DbUpdateException exception) when (exception.IsUniqueViolation() && attempt < Attempts)
            {
                // Another request of the same expert took the version; it may even be the same answer.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Reply<StoredAnswer>> StoreAsync(
        Guid expertId, Guid caseId, AnswerRequest request, List<Suggestion> suggestions, byte[] hash, CancellationToken cancellationToken)
    {
        var latest = await db.Answers
            .Where(a => a.CaseId == caseId && a.ExpertId == expertId)
            .OrderByDescending(a => a.Version)
            .Select(a => new { a.Version, a.ContentHash })
            .FirstOrDefaultAsync(cancellationToken);
        if (latest is not null && latest.ContentHash.AsSpan().SequenceEqual(hash))
            return new StoredAnswer(AnswerView.Of(await FindAsync(caseId, expertId, latest.Version, cancellationToken)), IsNew: false);

        // Read in the same transaction, so that a look at the board and an answer fall into one order.
        var state = await db.ClinicalCases
            .Where(c => c.Id == caseId)
            .Select(c => new
            {
                c.Status,
                c.Revision,
                SawBoard = db.BoardViews.Any(v => v.CaseId == caseId && v.ViewerId == expertId) || db.Declines.Any(d => d.CaseId == caseId && d.ExpertId == expertId),
            })
            .SingleAsync(cancellationToken);
        // Withdrawn since it was looked at: words about the patient must not come after the wiping.
        if (state.Status == CaseStatus.Withdrawn)
            return Problem.NotFound;
        var version = (latest?.Version ?? 0) + 1;
        var answer = new Answer
        {
            CaseId = caseId,
            ExpertId = expertId,
            Version = version,
            ReceivedAt = clock.GetUtcNow(),
            SawBoard = state.SawBoard,
            Late = state.Status != CaseStatus.Open,
            CaseRevision = request.CaseRevision ?? state.Revision,
            Assistance = request.Assistance ?? Assistance.None,
            Rationale = Trimmed(request.Rationale),
            NextTest = Trimmed(request.NextTest),
            ContentHash = hash,
            Suggestions = suggestions.ConvertAll(s => Numbered(s, version)),
        };
        db.Answers.Add(answer);
        db.Announce(new AnswerSubmitted(caseId, expertId, version));
        await db.SaveChangesAsync(cancellationToken);
        return new StoredAnswer(AnswerView.Of(answer), IsNew: true);
    }

    private Task<Answer> FindAsync(Guid caseId, Guid expertId, int version, CancellationToken cancellationToken)
        => db.Answers.AsNoTracking().Include(a => a.Suggestions)
            .SingleAsync(a => a.CaseId == caseId && a.ExpertId == expertId && a.Version == version, cancellationToken);

    // They may choose between the senses of an abbreviation; what others suggested may not, since that would give the board away.
    private Task<IReadOnlyList<string>> SpecialtiesAsync(Guid caseId, CancellationToken cancellationToken)
        => db.ClinicalCases.Where(c => c.Id == caseId).Select(c => c.Specialties).SingleAsync(cancellationToken);

    private List<Suggestion> Recognize(Guid expertId, Guid caseId, AnswerRequest request, IReadOnlyList<string> specialties, FieldErrors errors)
    {
        var suggestions = new List<Suggestion>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, group, diagnosis) in request.Items)
        {
            var recognition = recognizer.Recognize(diagnosis.Text!, diagnosis.Coding?.ToCoding(), diagnosis.DiagnosisId, specialties, out var failure);
            if (recognition is null)
            {
                errors.Add($"{path}.{FieldOf(failure)}", RemedyOf(failure));
                continue;
            }
            if (!seen.TryAdd(recognition.Key, path))
            {
                errors.Add($"{path}.text", $"This is the same diagnosis as {seen[recognition.Key]}; name each once.");
                continue;
            }
            suggestions.Add(new()
            {
                CaseId = caseId,
                ExpertId = expertId,
                Ordinal = suggestions.Count + 1,
                RankGroup = group,
                Phrase = diagnosis.Text!.Trim(),
                DiagnosisKey = recognition.Key,
                Rule = recognition.Rule,
                TerminologyVersion = recognizer.Terminology.Version,
                CodingSystem = diagnosis.Coding?.System,
                CodingCode = diagnosis.Coding?.Code,
                Confidence = diagnosis.Confidence,
                Dangerous = diagnosis.Dangerous,
            });
        }
        return suggestions;
    }

    private static Suggestion Numbered(Suggestion s, int version)
        => new()
        {
            CaseId = s.CaseId,
            ExpertId = s.ExpertId,
            Version = version,
            Ordinal = s.Ordinal,
            RankGroup = s.RankGroup,
            Phrase = s.Phrase,
            DiagnosisKey = s.DiagnosisKey,
            Rule = s.Rule,
            TerminologyVersion = s.TerminologyVersion,
            CodingSystem = s.CodingSystem,
            CodingCode = s.CodingCode,
            Confidence = s.Confidence,
            Dangerous = s.Dangerous,
        };

    private static string FieldOf(RecognitionFailure failure)
        => failure switch
        {
            RecognitionFailure.UnknownDiagnosis => "diagnosisId",
            RecognitionFailure.InvalidCoding => "coding",
            RecognitionFailure.None or RecognitionFailure.NothingNamed => "text",
        };

    private static string RemedyOf(RecognitionFailure failure)
        => failure switch
        {
            RecognitionFailure.UnknownDiagnosis => "There is no such diagnosis in the terminology; leave diagnosisId out.",
            RecognitionFailure.InvalidCoding => "Give a system and a code without control characters, short enough for a key of 300 characters.",
            RecognitionFailure.None or RecognitionFailure.NothingNamed => "Name a diagnosis.",
        };

    private static Problem? RefuseIdentifiers(AnswerRequest request)
    {
        (string Field, string? Text)[] texts = [("rationale", request.Rationale), ("nextTest", request.NextTest), .. request.Items.Select(i => ($"{i.Path}.text", i.Diagnosis.Text))];
        var findings = texts
            .Where(text => text.Text is not null)
            .SelectMany(text => IdentifierScreen.Find(text.Text!).Select(f => new { text.Field, f.Offset, f.Length, f.Kind, f.Suggestion }))
            .ToList();
        return findings.Count == 0
            ? null
            : new(StatusCodes.Status422UnprocessableEntity, "identifiers-found", "The text may identify a person. Nothing was stored.", "Reword what findings point at.")
            {
                Extensions = new Dictionary<string, object?> { ["findings"] = findings },
            };
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
