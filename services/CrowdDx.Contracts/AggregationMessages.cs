namespace CrowdDx.Contracts;

/// <summary>An expert answered, or changed an answer.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ExpertId">The expert.</param>
/// <param name="Version">Version of that expert's answer, from 1.</param>
public sealed record AnswerSubmitted(Guid CaseId, Guid ExpertId, int Version);

/// <summary>An erased expert's answers to a case are gone, or have become anonymous: its board is pooled anew.</summary>
/// <param name="CaseId">The case.</param>
public sealed record AnswersErased(Guid CaseId);

/// <summary>The pooled list of a case has a new version.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version of the differential, from 1.</param>
/// <param name="Settled">Whether no more answers are needed.</param>
public sealed record DifferentialUpdated(Guid CaseId, int Version, bool Settled);
