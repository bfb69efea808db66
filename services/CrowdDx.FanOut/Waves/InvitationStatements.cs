using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.FanOut.Waves;

/// <summary>The set-based statements of fan-out: ANSI SQL, for which LINQ has no words.</summary>
internal static class InvitationStatements
{
    /// <summary>Invites the active members of a network within a range of ids.</summary>
    /// <param name="db">The context, within a transaction.</param>
    /// <param name="chunk">Whom to invite to what.</param>
    /// <param name="now">When they are invited.</param>
    /// <param name="untouched">
    /// Whether nobody in the range was invited yet, so that nobody need be looked for. Where that is wrong, the key of an invitation refuses all of them.
    /// </param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <returns>How many were invited.</returns>
    public static Task<int> InviteChunkAsync(CrowdDxDbContext db, Chunk chunk, DateTimeOffset now, bool untouched, CancellationToken cancellationToken)
        => db.Database.ExecuteSqlRawAsync(
            untouched ? InviteRange : InviteRange + "\n" + ButNotTwice,
            [
                chunk.CaseId, chunk.NetworkId, chunk.WaveNumber, (int)InvitationReason.Broadcast, now.UtcTicks, (int)MembershipStatus.Active,
                chunk.From, chunk.Before, chunk.AuthorId, chunk.OpenToAll, true,
            ],
            cancellationToken);

    private const string InviteRange =
        """
        INSERT INTO "Invitations" ("CaseId", "ExpertId", "NetworkId", "WaveNumber", "Reason", "InvitedAt")
        SELECT {0}, m."ExpertId", {1}, {2}, {3}, {4}
        FROM "Memberships" AS m
        WHERE m."NetworkId" = {1} AND m."Status" = {5}
          AND m."ExpertId" >= {6} AND m."ExpertId" < {7} AND m."ExpertId" <> {8}
          AND (m."VerifiedUntil" IS NULL OR m."VerifiedUntil" > {4} OR {9} = {10})
        """;

    private const string ButNotTwice =
        """
          AND NOT EXISTS (SELECT 1 FROM "Invitations" AS i WHERE i."CaseId" = {0} AND i."ExpertId" = m."ExpertId")
        """;

    /// <summary>Invites one active member to the network's open, unsettled cases.</summary>
    /// <returns>To how many cases the expert was invited.</returns>
    public static Task<int> InviteToOpenCasesAsync(CrowdDxDbContext db, Guid networkId, Guid expertId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (active, joined, open) = ((int)MembershipStatus.Active, (int)InvitationReason.JoinedNetwork, (int)CaseStatus.Open);
        // ANSI SQL has no bitwise and: the scopes that include answers are counted out.
        var (only, teaching, research, all) = (
            (int)PermissionScope.Answers,
            (int)(PermissionScope.Answers | PermissionScope.Teaching),
            (int)(PermissionScope.Answers | PermissionScope.ResearchExport),
            (int)(PermissionScope.Answers | PermissionScope.Teaching | PermissionScope.ResearchExport));
        var (everybody, ticks) = ((int)JoinPolicy.Open, now.UtcTicks);
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Invitations" ("CaseId", "ExpertId", "NetworkId", "WaveNumber", "Reason", "InvitedAt")
            SELECT c."Id", m."ExpertId", m."NetworkId", 0, {joined}, {ticks}
            FROM "Memberships" AS m
            JOIN "ExpertNetworks" AS e ON e."Id" = m."NetworkId"
            JOIN "CaseTargets" AS t ON t."NetworkId" = m."NetworkId"
            JOIN "ClinicalCases" AS c ON c."Id" = t."CaseId"
            WHERE m."NetworkId" = {networkId} AND m."ExpertId" = {expertId} AND m."Status" = {active}
              AND (m."VerifiedUntil" IS NULL OR m."VerifiedUntil" > {ticks} OR e."JoinPolicy" = {everybody})
              AND c."Status" = {open} AND c."Permission_Scope" IN ({only}, {teaching}, {research}, {all}) AND c."AuthorId" <> m."ExpertId"
              AND NOT EXISTS (SELECT 1 FROM "Differentials" AS d
                              WHERE d."CaseId" = c."Id" AND d."Settled" = {true}
                                AND NOT EXISTS (SELECT 1 FROM "Differentials" AS n WHERE n."CaseId" = d."CaseId" AND n."Version" > d."Version"))
              AND NOT EXISTS (SELECT 1 FROM "Invitations" AS i WHERE i."CaseId" = c."Id" AND i."ExpertId" = m."ExpertId")
            """,
            cancellationToken);
    }

    /// <summary>A chunk of a wave.</summary>
    internal sealed record Chunk(Guid CaseId, Guid AuthorId, Guid NetworkId, int WaveNumber, Guid From, Guid Before, bool OpenToAll);
}
