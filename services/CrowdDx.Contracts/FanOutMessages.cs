namespace CrowdDx.Contracts;

/// <summary>One chunk of a wave: invite the active members of a network whose ids lie in a range. At most 1,000 or so memberships.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="NetworkId">The network.</param>
/// <param name="WaveNumber">The wave, from 1.</param>
/// <param name="FromExpertId">First id of the range, in the database's own order of ids.</param>
/// <param name="BeforeExpertId">First id after the range, in the same order.</param>
public sealed record InviteExperts(Guid CaseId, Guid NetworkId, int WaveNumber, Guid FromExpertId, Guid BeforeExpertId);

/// <summary>An expert became an active member: the network's open, unsettled cases are put before the expert.</summary>
/// <param name="NetworkId">The network.</param>
/// <param name="ExpertId">The expert.</param>
public sealed record MembershipActivated(Guid NetworkId, Guid ExpertId);

/// <summary>An invited expert will not answer (and may see the board from now on), or recognises the patient.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ExpertId">The expert.</param>
/// <param name="HidesCase">True where the case is hidden until a curator has looked.</param>
public sealed record ExpertDeclined(Guid CaseId, Guid ExpertId, bool HidesCase);
