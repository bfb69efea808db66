using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Requests;
using CrowdDx.Data.Storage;
using CrowdDx.Terminology;

namespace CrowdDx.Aggregation.Answering;

/// <summary>An expert's ranked differential.</summary>
/// <param name="Diagnoses">1–5 rank groups, best first, of 1–10 diagnoses in all; the members of a group are tied.</param>
/// <param name="Rationale">Why, in a line of at most 500 characters.</param>
/// <param name="NextTest">What to test next; at most 200 characters.</param>
/// <param name="Assistance">What helped; <c>none</c> where missing.</param>
/// <param name="CaseRevision">The revision of the case that the expert read; the newest where missing.</param>
public sealed record AnswerRequest(
    IReadOnlyList<IReadOnlyList<DiagnosisRequest>>? Diagnoses, string? Rationale = null, string? NextTest = null, Assistance? Assistance = null, int? CaseRevision = null)
{
    internal IEnumerable<(string Path, int Group, DiagnosisRequest Diagnosis)> Items
        => (Diagnoses ?? []).SelectMany((group, g) => group.Select((diagnosis, i) => ($"diagnoses[{g}][{i}]", g + 1, diagnosis)));

    internal FieldErrors Check()
    {
        var errors = new FieldErrors();
        errors.Optional("rationale", Rationale, Answer.RationaleLength);
        errors.Optional("nextTest", NextTest, Answer.NextTestLength);
        if (Rationale is not null && Rationale.AsSpan().IndexOfAny('\n', '\r') >= 0)
            errors.Add("rationale", "Use one line.");
        if (Diagnoses is not { Count: > 0 })
        {
            errors.Add("diagnoses", "Name at least one diagnosis, as [[{\"text\": \"…\"}]].");
            return errors;
        }
        if (Diagnoses.Count > Answer.MostGroups)
        {
            errors.Add("diagnoses", $"At most {Answer.MostGroups} rank groups; these are {Diagnoses.Count}.");
            return errors;
        }
        for (var g = 0; g < Diagnoses.Count; g++)
        {
            if (Diagnoses[g] is not { Count: > 0 } || Diagnoses[g].Any(d => d is null))
                errors.Add($"diagnoses[{g}]", "A rank group holds at least one diagnosis, and no nulls.");
        }
        if (!errors.None)
            return errors;
        var count = Diagnoses.Sum(group => group.Count);
        if (count > Answer.MostDiagnoses)
            errors.Add("diagnoses", $"At most {Answer.MostDiagnoses} diagnoses; these are {count}.");
        foreach (var (path, _, diagnosis) in Items.Take(Answer.MostDiagnoses))
            diagnosis.Check(errors, path);
        return errors;
    }
}

/// <summary>One diagnosis of an answer.</summary>
/// <param name="Text">What the expert calls it; at most 200 characters.</param>
/// <param name="DiagnosisId">The diagnosis that was picked from a list, where one was.</param>
/// <param name="Coding">Its code, where the expert's own system has one; the code is its identity.</param>
/// <param name="Confidence">The expert's probability, 0–1, that this is the diagnosis; no sum rule.</param>
/// <param name="Dangerous">Whether it must not be missed.</param>
public sealed record DiagnosisRequest(string? Text, string? DiagnosisId = null, CodingRequest? Coding = null, double? Confidence = null, bool Dangerous = false)
{
    internal void Check(FieldErrors errors, string path)
    {
        errors.Required($"{path}.text", Text, Lengths.Phrase);
        if (Confidence is < 0 or > 1 or double.NaN)
            errors.Add($"{path}.confidence", "Use a probability from 0 to 1.");
        if (Coding is not { } coding)
            return;
        errors.Required($"{path}.coding.system", coding.System, Lengths.CodingSystem);
        errors.Required($"{path}.coding.code", coding.Code, Lengths.CodingCode);
    }
}

/// <summary>A code of a coding system.</summary>
/// <param name="System">The system, usually a URI; at most 100 characters.</param>
/// <param name="Code">The code; at most 150 characters.</param>
public sealed record CodingRequest(string? System, string? Code)
{
    internal Coding ToCoding() => new(System!, Code!);
}

/// <summary>One version of the caller's answer, as it was stored.</summary>
/// <param name="Version">1, 2, … for the case.</param>
/// <param name="ReceivedAt">When the service had it.</param>
/// <param name="SawBoard">Whether the expert may have seen the board before.</param>
/// <param name="Late">Whether the case was closed before.</param>
/// <param name="CaseRevision">The revision of the case that the expert knew.</param>
/// <param name="Assistance">What helped.</param>
/// <param name="Rationale">Why.</param>
/// <param name="NextTest">What to test next.</param>
/// <param name="Diagnoses">The ranked differential.</param>
public sealed record AnswerView(
    int Version, DateTimeOffset ReceivedAt, bool SawBoard, bool Late, int CaseRevision, Assistance Assistance, string? Rationale, string? NextTest,
    IReadOnlyList<IReadOnlyList<SuggestionView>> Diagnoses)
{
    internal static AnswerView Of(Answer answer)
        => new(
            answer.Version, answer.ReceivedAt, answer.SawBoard, answer.Late, answer.CaseRevision, answer.Assistance, answer.Rationale, answer.NextTest,
            [.. answer.Suggestions.OrderBy(s => s.Ordinal).GroupBy(s => s.RankGroup).OrderBy(g => g.Key).Select(g => g.Select(SuggestionView.Of).ToList())]);
}

/// <summary>One diagnosis of a stored answer.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="DiagnosisId">Key of the diagnosis that it was taken for.</param>
/// <param name="Rule">By which rule.</param>
/// <param name="Confidence">The expert's probability.</param>
/// <param name="Dangerous">Whether the expert marked it.</param>
public sealed record SuggestionView(string Text, string DiagnosisId, string Rule, double? Confidence, bool Dangerous)
{
    internal static SuggestionView Of(Suggestion suggestion)
        => new(suggestion.Phrase, suggestion.DiagnosisKey, suggestion.Rule, suggestion.Confidence, suggestion.Dangerous);
}
