using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrowdDx.Cli.Replay;

/// <summary>A line of a replay file, in the short form (<c>readers</c>) or the full form (<c>answers</c>); see docs/replay-format.md.</summary>
internal sealed record CaseLine
{
    /// <summary>How lines are read: a misspelt or repeated member is an error.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    public string? Case { get; init; }

    public IReadOnlyList<IReadOnlyList<IReadOnlyList<string?>?>?>? Readers { get; init; }

    public string? Author { get; init; }

    public string? Title { get; init; }

    public PatientLine? Patient { get; init; }

    public string? Presentation { get; init; }

    public string? History { get; init; }

    public string? Examination { get; init; }

    public string? Investigations { get; init; }

    public string? Question { get; init; }

    public IReadOnlyList<string?>? Specialties { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<AnswerLine?>? Answers { get; init; }

    public OutcomeLine? Outcome { get; init; }
}

/// <summary>The patient, as the API takes it.</summary>
internal sealed record PatientLine(int? AgeYears = null, string? AgeBand = null, string? Sex = null);

/// <summary>One expert's answer.</summary>
internal sealed record AnswerLine(
    string? Expert = null,
    IReadOnlyList<IReadOnlyList<DiagnosisLine?>?>? Diagnoses = null,
    string? Rationale = null,
    string? NextTest = null,
    string? Assistance = null);

/// <summary>A diagnosis of an answer or an outcome, as the API takes it.</summary>
internal sealed record DiagnosisLine(string? Text = null, CodingLine? Coding = null, double? Confidence = null, bool? Dangerous = null);

/// <summary>A code of a coding system.</summary>
internal sealed record CodingLine(string? System = null, string? Code = null);

/// <summary>What it was, as the API takes it.</summary>
internal sealed record OutcomeLine(string? Status = null, string? Basis = null, IReadOnlyList<DiagnosisLine?>? Diagnoses = null);
