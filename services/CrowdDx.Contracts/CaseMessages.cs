namespace CrowdDx.Contracts;

/// <summary>A case was posted and is to be put before its networks.</summary>
/// <param name="CaseId">The case.</param>
public sealed record CaseSubmitted(Guid CaseId);

/// <summary>What experts can read of a case has grown: an addendum, or a question with its reply.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Revision">The revision that it made.</param>
public sealed record CaseRevised(Guid CaseId, int Revision);

/// <summary>A case was closed, or closed to experts who saw it until now; its blind board is frozen.</summary>
/// <param name="CaseId">The case.</param>
public sealed record CaseClosed(Guid CaseId);

/// <summary>A case was withdrawn; its text is gone and words about it must go too.</summary>
/// <param name="CaseId">The case.</param>
public sealed record CaseWithdrawn(Guid CaseId);

/// <summary>The author took back the permission to put the case before experts: none may see it any more.</summary>
/// <param name="CaseId">The case.</param>
public sealed record PermissionNarrowed(Guid CaseId);

/// <summary>What a case turned out to be was recorded, or recorded anew.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="OutcomeVersion">Version of the outcome, from 1.</param>
public sealed record OutcomeRecorded(Guid CaseId, int OutcomeVersion);
