using System.Security.Cryptography;
using System.Text.Json;
using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;
using CrowdDx.Data.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Cases.Submission;

/// <summary>The id of a case that was posted, now or by an equal request before.</summary>
/// <param name="CaseId">The case.</param>
public sealed record SubmittedCase(Guid CaseId);

/// <summary>Posts a case: checks, screens, and stores it in one transaction with the message that puts it before experts.</summary>
public sealed class SubmitCase(CrowdDxDbContext db, TimeProvider clock)
{
    private static readonly Problem KeyReused = new(
        StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", "This Idempotency-Key came with another request before.",
        "Use a new key for a new case; an equal request gives the case that it made.");

    /// <summary>Posts the case, or gives the case that an equal request with the same key made before.</summary>
    /// <param name="authorId">Who posts.</param>
    /// <param name="request">The case.</param>
    /// <param name="idempotencyKey">What the client calls this submission, at most 200 characters; null for none.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    public async Task<Reply<SubmittedCase>> RunAsync(Guid authorId, CaseRequest request, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request));
        if (idempotencyKey is not null && await FindAsync(authorId, idempotencyKey, hash, cancellationToken) is { } earlier)
            return earlier;

        var errors = request.Check();
        if (idempotencyKey is { Length: 0 or > ClinicalCase.IdempotencyKeyLength })
            errors.Add("Idempotency-Key", $"Use 1 to {ClinicalCase.IdempotencyKeyLength} characters.");
        if (errors.None)
            await CheckNetworksAsync(authorId, request, errors, cancellationToken);
        if (!errors.None)
            return Problem.Invalid(errors);
        var screened = Screening.Screen(request.Texts);
        if ((Screening.EmergencyRefusal(screened, request.AcknowledgeEmergency) ?? Screening.Refusal(screened, request.AcceptRedactions)) is { } refusal)
            return refusal;

        var submitted = Make(authorId, request, screened, idempotencyKey, hash);
        db.ClinicalCases.Add(submitted);
        db.Announce(new CaseSubmitted(submitted.Id));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            db.ChangeTracker.Clear();
            if (idempotencyKey is not null && await FindAsync(authorId, idempotencyKey, hash, cancellationToken) is { } first)
                return first;
            // It was committed, the server was lost before it could say so, and the save was tried again.
            if (!await db.ClinicalCases.AnyAsync(c => c.Id == submitted.Id, cancellationToken))
                throw;
        }
        return new SubmittedCase(submitted.Id);
    }

    private async Task<Reply<SubmittedCase>?> FindAsync(Guid authorId, string key, byte[] hash, CancellationToken cancellationToken)
    {
        var earlier = await db.ClinicalCases
            .Where(c => c.AuthorId == authorId && c.IdempotencyKey == key)
            .Select(c => new { c.Id, c.RequestHash })
            .FirstOrDefaultAsync(cancellationToken);
        if (earlier is null)
            return null;
        if (!hash.AsSpan().SequenceEqual(earlier.RequestHash))
            return KeyReused;
        return new SubmittedCase(earlier.Id);
    }

    private async Task CheckNetworksAsync(Guid authorId, CaseRequest request, FieldErrors errors, CancellationToken cancellationToken)
    {
        var wanted = request.Networks!.Distinct().ToList();
        var found = await db.ExpertNetworks.VisibleTo(db, authorId)
            .Where(n => wanted.Contains(n.Id))
            .Select(n => new { n.Id, n.AllowsHour })
            .ToDictionaryAsync(n => n.Id, n => n.AllowsHour, cancellationToken);
        for (var i = 0; i < request.Networks!.Count; i++)
        {
            if (!found.TryGetValue(request.Networks[i], out var allowsHour))
                errors.Add($"networks[{i}]", "There is no such network; GET /networks lists them.");
            else if (request.AnswerWanted == AnswerWanted.Hour && !allowsHour)
                errors.Add("answerWanted", "Not every network named allows hour; use today.");
        }
    }

    private ClinicalCase Make(Guid authorId, CaseRequest request, ScreeningResult screened, string? idempotencyKey, byte[] hash)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        string? Text(string field, string? text) => string.IsNullOrWhiteSpace(text) ? null : screened.Redacted.GetValueOrDefault(field, text).Trim();
        return new()
        {
            Id = id,
            AuthorId = authorId,
            IdempotencyKey = idempotencyKey,
            RequestHash = idempotencyKey is null ? null : hash,
            Title = Text("title", request.Title)!,
            AgeYears = request.Patient!.AgeYears,
            AgeBand = request.Patient.AgeBand,
            Sex = request.Patient.Sex!.Value,
            Presentation = Text("presentation", request.Presentation)!,
            History = Text("history", request.History),
            Examination = Text("examination", request.Examination),
            Investigations = Text("investigations", request.Investigations),
            Question = Text("question", request.Question),
            Specialties = request.Specialties!.Distinct().ToArray(),
            Language = request.Language ?? "en",
            AnswerWanted = request.AnswerWanted ?? AnswerWanted.Days,
            Permission = Permission.Attest(request.Permission!.Basis!.Value, request.Permission.Scopes, authorId, now),
            EmergencyAcknowledgedAt = screened.EmergencySigns.Count > 0 ? now : null,
            PostedAt = now,
            Targets = [.. request.Networks!.Distinct().Select(network => new CaseTarget { CaseId = id, NetworkId = network })],
        };
    }
}
