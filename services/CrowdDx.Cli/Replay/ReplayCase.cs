namespace CrowdDx.Cli.Replay;

/// <summary>A case to replay, checked and complete.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Id">Its name in the file.</param>
/// <param name="Author">Who posts it; null for the run's one student.</param>
/// <param name="Text">What is posted.</param>
/// <param name="Answers">What the experts answer, in the order in which they do.</param>
/// <param name="Outcome">What it was, where that is known.</param>
internal sealed record ReplayCase(int Line, string Id, string? Author, CaseText Text, IReadOnlyList<ExpertAnswer> Answers, OutcomeLine? Outcome);

/// <summary>What is posted of a case, as the API takes it.</summary>
internal sealed record CaseText(
    string Title,
    PatientLine Patient,
    string Presentation,
    string? History,
    string? Examination,
    string? Investigations,
    string? Question,
    IReadOnlyList<string> Specialties,
    string Language);

/// <summary>What an expert answers.</summary>
/// <param name="Expert">The expert's name in the file.</param>
/// <param name="Body">The answer, as the API takes it.</param>
internal sealed record ExpertAnswer(string Expert, AnswerBody Body);

/// <summary>An answer, as the API takes it.</summary>
internal sealed record AnswerBody(
    IReadOnlyList<IReadOnlyList<DiagnosisLine>> Diagnoses, string? Rationale = null, string? NextTest = null, string? Assistance = null);
