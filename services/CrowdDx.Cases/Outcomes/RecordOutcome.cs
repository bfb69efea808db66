using CrowdDx.Cases.Submission;
using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Requests;
using CrowdDx.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Cases.Outcomes;

/// <summary>What a case turned out to be.</summary>
/// <param name="Status">How sure it is.</param>
/// <param name="Basis">What it rests on; needed where there is a diagnosis.</param>
/// <param name="Diagnoses">Reference diagnoses, at most 10; needed for <c>confirmed</c> and <c>probable</c>, refused otherwise.</param>
/// <param name="EstablishedAfterDays">Whole days from posting; never a date.</param>
/// <param name="FromBoard">True where it was taken from the board; it then never feeds accuracy.</param>
public sealed record OutcomeRequest(
    OutcomeStatus? Status, OutcomeBasis? Basis, IReadOnlyList<ReferenceDiagnosisRequest>? Diagnoses, int? EstablishedAfterDays = null, bool FromBoard = false);

/// <summary>A reference diagnosis.</summary>
/// <param name="Text">In words, at most 200 characters.</param>
/// <param name="Coding">As a code, where there is one.</param>
public sealed record ReferenceDiagnosisRequest(string? Text, CodingRequest? Coding = null);

/// <summary>A code of a coding system.</summary>
/// <param name="System">The system, usually a URI; at most 100 characters.</param>
/// <param name="Code">The code; at most 150 characters.</param>
public sealed record CodingRequest(string? System, string? Code);

/// <summary>The outcome as it was stored.</summary>
/// <param name="Version">Its version, from 1.</param>
/// <param name="SawBoard">Whether whoever recorded it had seen the board.</param>
/// <param name="CountsForAccuracy">Whether accuracy and track records use it.</param>
public sealed record RecordedOutcome(int Version, bool SawBoard, bool CountsForAccuracy);

/// <summary>Records the outcome of one's own case; recording again makes a new version.</summary>
public sealed class RecordOutcome(CrowdDxDbContext db, TimeProvider clock)
{
    /// <summary>Records it; 404 where the case is not the caller's.</summary>
    public async Task<Reply<RecordedOutcome>> RunAsync(Guid authorId, Guid caseId, OutcomeRequest request, CancellationToken cancellationToken)
    {
        var own = await db.ClinicalCases.AnyAsync(c => c.Id == caseId && c.AuthorId == authorId && c.Status != CaseStatus.Withdrawn, cancellationToken);
        if (!own)
            return Problem.NotFound;
        var errors = Check(request);
        if (!errors.None)
            return Problem.Invalid(errors);
        var diagnoses = request.Diagnoses ?? [];
        if (Screening.Refusal(Screening.Screen(diagnoses.Select((d, i) => ($"diagnoses[{i}].text", d.Text!))), acceptRedactions: false) is { } refusal)
            return refusal;

        var version = 1 + (await db.Outcomes.Where(o => o.CaseId == caseId).MaxAsync(o => (int?)o.Version, cancellationToken) ?? 0);
        var outcome = new Outcome
        {
            CaseId = caseId,
            Version = version,
            Status = request.Status!.Value,
            Basis = diagnoses.Count == 0 ? null : request.Basis,
            EstablishedAfterDays = request.EstablishedAfterDays,
            SawBoard = await db.BoardViews.AnyAsync(v => v.CaseId == caseId && v.ViewerId == authorId, cancellationToken),
            FromBoard = request.FromBoard,
            RecordedBy = authorId,
            RecordedAt = clock.GetUtcNow(),
            Diagnoses = [.. diagnoses.Select((d, i) => new ReferenceDiagnosis
            {
                CaseId = caseId, Version = version, Ordinal = i + 1, Text = d.Text!.Trim(), CodingSystem = d.Coding?.System, CodingCode = d.Coding?.Code,
            })],
        };
        db.Outcomes.Add(outcome);
        db.Audit("case.outcome", authorId, caseId);
        db.Announce(new OutcomeRecorded(caseId, version));
        await db.SaveChangesAsync(cancellationToken);
        return new RecordedOutcome(version, outcome.SawBoard, outcome.CountsForAccuracy);
    }

    private static FieldErrors Check(OutcomeRequest request)
    {
        var errors = new FieldErrors();
        var diagnoses = request.Diagnoses ?? [];
        var reached = request.Status is OutcomeStatus.Confirmed or OutcomeStatus.Probable;
        if (request.Status is null)
            errors.Add("status", "Say confirmed, probable, undiagnosed, resolved or lost.");
        if (reached && diagnoses.Count == 0)
            errors.Add("diagnoses", "Name the diagnosis.");
        if (request.Status is not null && !reached && diagnoses.Count > 0)
            errors.Add("diagnoses", "Leave this out where no diagnosis was reached, or use probable.");
        if (reached && request.Basis is null)
            errors.Add("basis", "Say pathology, imaging, laboratory, course, expertConsensus or textbook.");
        if (diagnoses.Count > Outcome.MostDiagnoses)
            errors.Add("diagnoses", $"At most {Outcome.MostDiagnoses}.");
        if (request.EstablishedAfterDays is < 0 or > 36_500)
            errors.Add("establishedAfterDays", "Use 0 or more whole days.");
        for (var i = 0; i < Math.Min(diagnoses.Count, Outcome.MostDiagnoses); i++)
        {
            if (diagnoses[i] is not { } diagnosis)
            {
                errors.Add($"diagnoses[{i}]", "Give a diagnosis.");
                continue;
            }
            errors.Required($"diagnoses[{i}].text", diagnosis.Text, Lengths.Phrase);
            if (diagnosis.Coding is not { } coding)
                continue;
            errors.Required($"diagnoses[{i}].coding.system", coding.System, Lengths.CodingSystem);
            errors.Required($"diagnoses[{i}].coding.code", coding.Code, Lengths.CodingCode);
        }
        return errors;
    }
}
