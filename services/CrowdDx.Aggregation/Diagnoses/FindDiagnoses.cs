using CrowdDx.Data;
using CrowdDx.Data.Requests;
using CrowdDx.Data.Storage;
using CrowdDx.Terminology;
using CrowdDx.Terminology.Completing;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Diagnoses;

/// <summary>Phrases to recognise.</summary>
/// <param name="Phrases">At most 100, of at most 200 characters each.</param>
/// <param name="Specialties">Those of the case, which may choose between the senses of an abbreviation; none where missing.</param>
public sealed record RecognizeRequest(IReadOnlyList<string>? Phrases, IReadOnlyList<string>? Specialties = null);

/// <summary>What a phrase was taken for.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="DiagnosisId">Key of the diagnosis; null where nothing is named.</param>
/// <param name="Label">The diagnosis in words.</param>
/// <param name="Rule">By which rule.</param>
/// <param name="Confidence">0–1.</param>
/// <param name="DidYouMean">What it may mean, the likeliest first, where that is not sure enough to be taken without asking.</param>
public sealed record RecognizedPhrase(string Phrase, string? DiagnosisId, string? Label, string? Rule, double? Confidence, IReadOnlyList<Meaning> DidYouMean);

/// <summary>A diagnosis that a phrase may mean.</summary>
/// <param name="DiagnosisId">Its key.</param>
/// <param name="Label">Its name.</param>
/// <param name="Confidence">0–1.</param>
public sealed record Meaning(string DiagnosisId, string Label, double Confidence)
{
    internal static IReadOnlyList<Meaning> Of(Recognition? found)
        => [.. (found?.DidYouMean ?? []).Select(one => new Meaning(DiagnosisKey.OfDiagnosis(one.Diagnosis.Id).ToString(), one.Diagnosis.Label, one.Confidence))];
}

/// <summary>A completion of what is being typed.</summary>
/// <param name="Label">The diagnosis in words.</param>
/// <param name="DiagnosisId">Its key.</param>
public sealed record Completion(string Label, string DiagnosisId);

/// <summary>
/// Recognises phrases, and completes what an expert types: from the expert's own earlier answers, then from the terminology, never from what others answered, which
/// would give a board away.
/// </summary>
public sealed class FindDiagnoses(CrowdDxDbContext db, Recognizer recognizer, DiagnosisCompleter completer)
{
    /// <summary>Most phrases of one request.</summary>
    public const int MostPhrases = 100;

    private const int MostCompletions = 10;
    private const int OwnPhrases = 2_000;

    /// <summary>What each phrase is taken for.</summary>
    public Reply<IReadOnlyList<RecognizedPhrase>> Recognize(RecognizeRequest request)
    {
        var errors = new FieldErrors();
        if (request.Phrases is not { Count: > 0 and <= MostPhrases })
            errors.Add("phrases", $"Give 1 to {MostPhrases} phrases.");
        for (var i = 0; errors.None && i < request.Phrases!.Count; i++)
            errors.Required($"phrases[{i}]", request.Phrases[i], Lengths.Phrase);
        if (!errors.None)
            return Problem.Invalid(errors);
        return request.Phrases!.Select(phrase => (phrase, found: recognizer.Recognize(phrase, specialties: request.Specialties)))
            .Select(r => new RecognizedPhrase(r.phrase, r.found?.Key, r.found?.Label, r.found?.Rule, r.found?.Confidence, Meaning.Of(r.found))).ToList();
    }

    /// <summary>What a phrase may mean, the likeliest first, where that is not sure enough to be taken without asking.</summary>
    public IReadOnlyList<Meaning> MayMean(string phrase, IReadOnlyList<string> specialties) => Meaning.Of(recognizer.Recognize(phrase, specialties: specialties));

    /// <summary>Up to ten diagnoses: those of the caller's own answers of which a word starts with what was typed, most used first, then those of the terminology.</summary>
    public async Task<IReadOnlyList<Completion>> CompleteAsync(Guid expertId, string? typed, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > Lengths.Phrase)
            return [];
        var prefix = NormalForm.Of(typed);
        if (prefix.Length == 0)
            return [];
        var own = await db.Answers
            .Where(a => a.ExpertId == expertId)
            .OrderByDescending(a => a.ReceivedAt)
            .SelectMany(a => a.Suggestions)
            .Where(s => s.Phrase != "")
            .Select(s => new { s.Phrase, s.DiagnosisKey })
            .Take(OwnPhrases)
            .ToListAsync(cancellationToken);
        var used = own
            .Where(s => NormalForm.Of(s.Phrase) is var form && (form.StartsWith(prefix, StringComparison.Ordinal) || form.Contains(' ' + prefix, StringComparison.Ordinal)))
            .GroupBy(s => s.DiagnosisKey, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Completion(g.First().Phrase, g.Key));
        var known = completer.Complete(typed, MostCompletions).Select(one => new Completion(one.Name, DiagnosisKey.OfDiagnosis(one.Diagnosis.Id).ToString()));
        return [.. used.Concat(known).DistinctBy(completion => completion.DiagnosisId).Take(MostCompletions)];
    }
}
