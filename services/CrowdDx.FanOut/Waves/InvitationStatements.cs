using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.FanOut.Waves;

/// <summary>The set-based statements of fan-out: ANSI SQL, for which LINQ has no words.</summary>
internal static class InvitationStatements
{
    /// <summary>First and last expert id of each chunk of a network's active members, in the database's own order.</summary>
    /// <returns>Ids in order; each chunk's first and last, the same id twice for a chunk of one.</returns>
    public static async Task<List<(Guid First, Guid Last)>> ChunksAsync(
        CrowdDxDbContext db, Guid networkId, bool openToAll, DateTimeOffset now, int size, CancellationToken cancellationToken)
    {
        var active = (int)MembershipStatus.Active;
        var ticks = now.UtcTicks;
        var edges = await db.Database.SqlQuery<Edge>(
            $"""
            SELECT e."ExpertId", e."Position"
            FROM (SELECT m."ExpertId", ROW_NUMBER() OVER (ORDER BY m."ExpertId") AS "Position", COUNT(*) OVER () AS "Total"
                  FROM "Memberships" AS m
                  WHERE m."NetworkId" = {networkId} AND m."Status" = {active}
                    AND (m."VerifiedUntil" IS NULL OR m."VerifiedUntil" > {ticks} OR {openToAll} = {true})) AS e
            WHERE e."Position" % {size} = 1 OR e."Position" % {size} = 0 OR e."Position" = e."Total"
            """).ToListAsync(cancellationToken);
        return edges
            .GroupBy(edge => (edge.Position - 1) / size)
            .OrderBy(chunk => chunk.Key)
            .Select(chunk => (chunk.MinBy(edge => edge.Position)!.ExpertId, chunk.MaxBy(edge => edge.Position)!.ExpertId))
            .ToList();
    }

    /// <summary>Invites the active members of a network within a range of ids who have not been invited to the case yet.</summary>
    /// <returns>How many were invited.</returns>
    public static Task<int> InviteChunkAsync(CrowdDxDbContext db, Chunk chunk, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (active, broadcast, ticks) = ((int)MembershipStatus.Active, (int)InvitationReason.Broadcast, now.UtcTicks);
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Invitations" ("CaseId", "ExpertId", "NetworkId", "WaveNumber", "Reason", "InvitedAt")
            SELECT {chunk.CaseId}, m."ExpertId", {chunk.NetworkId}, {chunk.WaveNumber}, {broadcast}, {ticks}
            FROM "Memberships" AS m
            WHERE m."NetworkId" = {chunk.NetworkId} AND m."Status" = {active}
              AND m."ExpertId" >= {chunk.First} AND m."ExpertId" <= {chunk.Last} AND m."ExpertId" <> {chunk.AuthorId}
              AND (m."VerifiedUntil" IS NULL OR m."VerifiedUntil" > {ticks} OR {chunk.OpenToAll} = {true})
              AND NOT EXISTS (SELECT 1 FROM "Invitations" AS i WHERE i."CaseId" = {chunk.CaseId} AND i."ExpertId" = m."ExpertId")
            """,
            cancellationToken);
    }

    /// <summary>Invites one active member to the network's open, unsettled cases.</summary>
    /// <returns>To how many cases the expert was invited.</returns>
    public static Task<int> InviteToOpenCasesAsync(CrowdDxDbContext db, Guid networkId, Guid expertId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (active, joined, open, answers) = ((int)MembershipStatus.Active, (int)InvitationReason.JoinedNetwork, (int)CaseStatus.Open, (int)PermissionScope.Answers);
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
              AND c."Status" = {open} AND (c."Permission_Scope" & {answers}) <> 0 AND c."AuthorId" <> m."ExpertId"
              AND NOT EXISTS (SELECT 1 FROM "Differentials" AS d
                              WHERE d."CaseId" = c."Id" AND d."Settled" = {true}
                                AND NOT EXISTS (SELECT 1 FROM "Differentials" AS n WHERE n."CaseId" = d."CaseId" AND n."Version" > d."Version"))
              AND NOT EXISTS (SELECT 1 FROM "Invitations" AS i WHERE i."CaseId" = c."Id" AND i."ExpertId" = m."ExpertId")
            """,
            cancellationToken);
    }

    /// <summary>A chunk of a wave.</summary>
    internal sealed record Chunk(Guid CaseId, Guid AuthorId, Guid NetworkId, int WaveNumber, Guid First, Guid Last, bool OpenToAll);

    private sealed record Edge(Guid ExpertId, long Position);
}
