using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Requests;
using CrowdDx.Data.Storage;
using CrowdDx.Terminology;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Verdicts;

/// <summary>Verdicts by a person.</summary>
/// <param name="Verdicts">By key.</param>
/// <param name="OthersWrong">True to call every diagnosis wrong that has no verdict yet.</param>
public sealed record VerdictsRequest(IReadOnlyList<VerdictRequest>? Verdicts, bool OthersWrong = false);

/// <summary>A verdict by a person.</summary>
/// <param name="DiagnosisId">Key of the suggested diagnosis.</param>
/// <param name="Verdict">How it stands to the reference.</param>
public sealed record VerdictRequest(string? DiagnosisId, VerdictKind? Verdict);

/// <summary>The queue of verdicts: in the order of the alphabet, without ranks, shares or counts.</summary>
/// <param name="OutcomeVersion">The outcome that they are about.</param>
/// <param name="Complete">Whether every suggested diagnosis has one.</param>
/// <param name="Verdicts">One for each suggested diagnosis.</param>
public sealed record VerdictsView(int OutcomeVersion, bool Complete, IReadOnlyList<VerdictView> Verdicts);

/// <summary>A suggested diagnosis and its verdict.</summary>
/// <param name="DiagnosisId">Its key.</param>
/// <param name="Label">Its name in the terminology, else what an expert called it.</param>
/// <param name="Proposed">What the terminology says.</param>
/// <param name="Confirmed">What a person said.</param>
public sealed record VerdictView(string DiagnosisId, string Label, VerdictKind? Proposed, VerdictKind? Confirmed);

/// <summary>The author, or a curator of the case's networks, says how each suggested diagnosis stands to the outcome.</summary>
public sealed class ConfirmVerdicts(CrowdDxDbContext db, CaseAccess access, TrackRecords records, Recognizer recognizer, TimeProvider clock)
{
    /// <summary>The queue; 404 where the caller is neither author nor curator, or there is no outcome.</summary>
    public async Task<Reply<VerdictsView>> ReadAsync(Caller caller, Guid caseId, CancellationToken cancellationToken)
    {
        if (await access.SeeAsync(caller, caseId, reason: null, cancellationToken) is not ({ IsAuthor: true } or { IsCurator: true, IsInvited: false }))
            return Problem.NotFound;
        var version = await db.Outcomes.Where(o => o.CaseId == caseId).MaxAsync(o => (int?)o.Version, cancellationToken);
        if (version is null)
            return Problem.NotFound;
        var verdicts = await db.Verdicts.AsNoTracking().Where(v => v.CaseId == caseId && v.OutcomeVersion == version).ToListAsync(cancellationToken);
        var labels = (await db.Suggestions.Where(s => s.CaseId == caseId).Select(s => new { s.DiagnosisKey, s.Phrase }).Distinct().ToListAsync(cancellationToken))
            .ToLookup(s => s.DiagnosisKey, s => s.Phrase, StringComparer.Ordinal);
        var state = await CorrectKeys.ReadAsync(db, caseId, cancellationToken);
        return new VerdictsView(version.Value, state.Complete, [.. labels
            .Select(label => (label.Key, Label: recognizer.Find(label.Key)?.Label ?? label.Min(StringComparer.Ordinal)!, Verdict: verdicts.Find(v => v.DiagnosisKey == label.Key)))
            .OrderBy(v => v.Label, StringComparer.OrdinalIgnoreCase)
            .Select(v => new VerdictView(v.Key, v.Label, v.Verdict?.Proposed, v.Verdict?.Confirmed))]);
    }

    /// <summary>Stores verdicts on the latest outcome; they replace earlier ones on the same diagnoses.</summary>
    public async Task<Reply<VerdictsView>> RunAsync(Caller caller, Guid caseId, VerdictsRequest request, CancellationToken cancellationToken)
    {
        var queue = await ReadAsync(caller, caseId, cancellationToken);
        if (queue.Problem is not null)
            return queue;
        var errors = new FieldErrors();
        var wanted = request.Verdicts ?? [];
        var suggested = queue.Value!.Verdicts.Select(v => v.DiagnosisId).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count > suggested.Count)
            errors.Add("verdicts", $"One for each suggested diagnosis at most; those are {suggested.Count}, these are {wanted.Count}.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(wanted.Count, suggested.Count); i++)
        {
            if (wanted[i]?.DiagnosisId is not { } key || !suggested.Contains(key))
                errors.Add($"verdicts[{i}].diagnosisId", "Nobody suggested this diagnosis for the case.");
            else if (!seen.Add(key))
                errors.Add($"verdicts[{i}].diagnosisId", "This diagnosis has a verdict above; give each one.");
            if (wanted[i]?.Verdict is null)
                errors.Add($"verdicts[{i}].verdict", "Say exact, narrower, broader, partial or wrong.");
        }
        if (!errors.None)
            return Problem.Invalid(errors);

        var kinds = wanted.ToDictionary(v => v.DiagnosisId!, v => v.Verdict!.Value, StringComparer.Ordinal);
        if (request.OthersWrong)
        {
            foreach (var open in queue.Value.Verdicts.Where(v => v.Confirmed is null && v.Proposed != VerdictKind.Exact))
                kinds.TryAdd(open.DiagnosisId, VerdictKind.Wrong);
        }
        // One transaction: the proposals may be on their way, and records must not be written by two at once.
        await db.TransactAsync(
            async token =>
            {
                await ReplaceAsync(caller.Id, caseId, queue.Value.OutcomeVersion, kinds, token);
                await records.WriteAsync(caseId, token);
                return true;
            },
            cancellationToken);
        return await ReadAsync(caller, caseId, cancellationToken);
    }

    private async Task ReplaceAsync(Guid callerId, Guid caseId, int version, Dictionary<string, VerdictKind> kinds, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var stored = await db.Verdicts.Where(v => v.CaseId == caseId && v.OutcomeVersion == version).ToDictionaryAsync(v => v.DiagnosisKey, cancellationToken);
        foreach (var (key, kind) in kinds)
        {
            if (!stored.TryGetValue(key, out var verdict))
                db.Verdicts.Add(verdict = new() { CaseId = caseId, OutcomeVersion = version, DiagnosisKey = key });
            verdict.Confirm(kind, callerId, now);
        }
        db.Audit("case.verdicts", callerId, caseId);
        await db.SaveChangesAsync(cancellationToken);
    }
}
