DELETE FROM [b]
FROM [BoardViews] AS [b]
WHERE [b].[ViewerId] = @expertId
GO
DELETE FROM [d]
FROM [Declines] AS [d]
WHERE [d].[ExpertId] = @expertId AND ([d].[Reason] <> 4 OR [d].[ReviewedAt] IS NOT NULL)
GO
DELETE FROM [i]
FROM [InboxMessages] AS [i]
WHERE [i].[ConsumedAt] < @before AND NOT EXISTS (
    SELECT 1
    FROM [OutboxMessages] AS [o]
    WHERE [o].[Id] = [i].[MessageId])
GO
DELETE FROM [i]
FROM [Invitations] AS [i]
WHERE [i].[ExpertId] = @expertId
GO
DELETE FROM [m]
FROM [Memberships] AS [m]
WHERE [m].[ExpertId] = @expertId
GO
DELETE FROM [n]
FROM [NetworkCurators] AS [n]
WHERE [n].[AccountId] = @expertId
GO
DELETE FROM [o]
FROM [OutboxMessages] AS [o]
WHERE [o].[Id] IN (@ids1, @ids2)
GO
DELETE FROM [t]
FROM [TrackRecords] AS [t]
WHERE [t].[ExpertId] = @expertId
GO
INSERT INTO "Invitations" ("CaseId", "ExpertId", "NetworkId", "WaveNumber", "Reason", "InvitedAt")
SELECT @p0, m."ExpertId", @p1, @p2, @p3, @p4
FROM "Memberships" AS m
WHERE m."NetworkId" = @p1 AND m."Status" = @p5
  AND m."ExpertId" >= @p6 AND m."ExpertId" < @p7 AND m."ExpertId" <> @p8
  AND (m."VerifiedUntil" IS NULL OR m."VerifiedUntil" > @p4 OR @p9 = @p10)
GO
INSERT INTO "Invitations" ("CaseId", "ExpertId", "NetworkId", "WaveNumber", "Reason", "InvitedAt")
SELECT @p0, m."ExpertId", @p1, @p2, @p3, @p4
FROM "Memberships" AS m
WHERE m."NetworkId" = @p1 AND m."Status" = @p5
  AND m."ExpertId" >= @p6 AND m."ExpertId" < @p7 AND m."ExpertId" <> @p8
  AND (m."VerifiedUntil" IS NULL OR m."VerifiedUntil" > @p4 OR @p9 = @p10)
  AND NOT EXISTS (SELECT 1 FROM "Invitations" AS i WHERE i."CaseId" = @p0 AND i."ExpertId" = m."ExpertId")
GO
INSERT INTO "Invitations" ("CaseId", "ExpertId", "NetworkId", "WaveNumber", "Reason", "InvitedAt")
SELECT c."Id", m."ExpertId", m."NetworkId", 0, @p0, @p1
FROM "Memberships" AS m
JOIN "ExpertNetworks" AS e ON e."Id" = m."NetworkId"
JOIN "CaseTargets" AS t ON t."NetworkId" = m."NetworkId"
JOIN "ClinicalCases" AS c ON c."Id" = t."CaseId"
WHERE m."NetworkId" = @p2 AND m."ExpertId" = @p3 AND m."Status" = @p4
  AND (m."VerifiedUntil" IS NULL OR m."VerifiedUntil" > @p5 OR e."JoinPolicy" = @p6)
  AND c."Status" = @p7 AND c."Permission_Scope" IN (@p8, @p9, @p10, @p11) AND c."AuthorId" <> m."ExpertId"
  AND NOT EXISTS (SELECT 1 FROM "Differentials" AS d
                  WHERE d."CaseId" = c."Id" AND d."Settled" = @p12
                    AND NOT EXISTS (SELECT 1 FROM "Differentials" AS n WHERE n."CaseId" = d."CaseId" AND n."Version" > d."Version"))
  AND NOT EXISTS (SELECT 1 FROM "Invitations" AS i WHERE i."CaseId" = c."Id" AND i."ExpertId" = m."ExpertId")
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Accounts] AS [a]
        WHERE [a].[Id] = @expertId AND [a].[ErasedAt] IS NULL AND [a].[Roles] & 2 <> 0) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Accounts] AS [a]
        WHERE [a].[Id] = @id AND [a].[SecurityStamp] = @stamp AND [a].[ErasedAt] IS NULL) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Accounts] AS [a]) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [BoardViews] AS [b]
        WHERE [b].[CaseId] = @caseId AND [b].[ViewerId] = @authorId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [BoardViews] AS [b]
        WHERE [b].[CaseId] = @caseId AND [b].[ViewerId] = @viewerId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [CaseTargets] AS [c]
        WHERE [c].[CaseId] = @caseId AND EXISTS (
            SELECT 1
            FROM [NetworkCurators] AS [n]
            WHERE [n].[NetworkId] = [c].[NetworkId] AND [n].[AccountId] = @caller_Id)) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [CaseTargets] AS [c]
        WHERE [c].[CaseId] = @caseId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [ClinicalCases] AS [c]
        WHERE ([c].[AuthorId] = @viewerId OR ([c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND ((EXISTS (
            SELECT 1
            FROM [Invitations] AS [i]
            WHERE [i].[CaseId] = [c].[Id] AND [i].[ExpertId] = @viewerId) AND NOT EXISTS (
            SELECT 1
            FROM [Declines] AS [d]
            WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = [c].[Id])) OR EXISTS (
            SELECT 1
            FROM [CaseTargets] AS [c0]
            WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
                SELECT 1
                FROM [NetworkCurators] AS [n]
                WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId))))) AND [c].[Id] = @caseId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [ClinicalCases] AS [c]
        WHERE [c].[Id] = @caseId AND [c].[AuthorId] = @authorId AND [c].[Status] <> 2) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [ClinicalCases] AS [c]
        WHERE [c].[Id] = @caseId AND [c].[Status] = 0) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [ClinicalCases] AS [c]
        WHERE [c].[Id] = @caseId AND [c].[Status] = 2) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [ClinicalCases] AS [c]
        WHERE [c].[Id] = @submitted_Id) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Declines] AS [d]
        WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = @caseId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [ExpertNetworks] AS [e]
        WHERE [e].[Id] = @networkId AND EXISTS (
            SELECT 1
            FROM [NetworkCurators] AS [n]
            WHERE [e].[Id] = [n].[NetworkId] AND [n].[AccountId] = @caller_Id)) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [ExpertNetworks] AS [e]
        WHERE [e].[Id] = @networkId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [ExpertPreferences] AS [e]
        WHERE [e].[ExpertId] = @expertId AND [e].[ResearchConsentAt] IS NOT NULL) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [InboxMessages] AS [i]
        WHERE [i].[MessageId] = @messageId AND [i].[Endpoint] = @endpoint) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Leases] AS [l]
        WHERE [l].[Name] = @name) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Verdicts] AS [v]
        WHERE [v].[CaseId] = @caseId AND [v].[OutcomeVersion] = @version) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Waves] AS [w]
        WHERE [w].[CaseId] = @caseId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO
SELECT COUNT(*)
FROM [Accounts] AS [a]
WHERE [a].[Id] IN (@wanted1, @wanted2) AND [a].[ErasedAt] IS NULL AND [a].[Roles] & 20 <> 0
GO
SELECT COUNT(*)
FROM [Answers] AS [a]
WHERE [a].[ExpertId] = @accountId AND [a].[Version] = 1
GO
SELECT COUNT(*)
FROM [ApiKeys] AS [a]
WHERE [a].[AccountId] = @caller_Id AND [a].[RevokedAt] IS NULL
GO
SELECT COUNT(*)
FROM [CaseQuestions] AS [c]
WHERE [c].[CaseId] = @caseId AND [c].[ExpertId] = @caller_Id
GO
SELECT COUNT(*)
FROM [ClinicalCases] AS [c]
WHERE [c].[AuthorId] = @accountId
GO
SELECT COUNT(*)
FROM [Invitations] AS [i]
WHERE [i].[CaseId] = @caseId
GO
SELECT COUNT(*)
FROM [TrackRecords] AS [t]
WHERE [t].[ExpertId] = @expertId
GO
SELECT COUNT(*)
FROM [TrackRecords] AS [t]
WHERE [t].[ExpertId] = @expertId AND [t].[Hit] = CAST(1 AS bit)
GO
SELECT COUNT_BIG(*)
FROM [OutboxMessages] AS [o]
GO
SELECT DISTINCT [s].[DiagnosisKey]
FROM [Suggestions] AS [s]
WHERE [s].[CaseId] = @caseId
GO
SELECT DISTINCT [s].[DiagnosisKey], [s].[Phrase]
FROM [Suggestions] AS [s]
WHERE [s].[CaseId] = @caseId
GO
SELECT MAX([i].[InvitedAt])
FROM [Invitations] AS [i]
WHERE [i].[CaseId] = @caseId
GO
SELECT MAX([o].[Version])
FROM [Outcomes] AS [o]
WHERE [o].[CaseId] = @caseId
GO
SELECT MIN([i].[InvitedAt])
FROM [Invitations] AS [i]
WHERE [i].[CaseId] = @caseId
GO
SELECT MIN([o].[CreatedAt])
FROM [OutboxMessages] AS [o]
GO
SELECT TOP(1) [a].[Id], [a].[AccessFailedCount], [a].[ConcurrencyStamp], [a].[CreatedAt], [a].[DisplayName], [a].[Email], [a].[EmailConfirmed], [a].[ErasedAt], [a].[LockoutEnabled], [a].[LockoutEnd], [a].[NormalizedEmail], [a].[NormalizedUserName], [a].[PasswordHash], [a].[PhoneNumber], [a].[PhoneNumberConfirmed], [a].[Roles], [a].[SecurityStamp], [a].[Simulated], [a].[TwoFactorEnabled], [a].[UserName]
FROM [Accounts] AS [a]
WHERE [a].[NormalizedUserName] = @normalizedUserName
GO
SELECT TOP(1) [a].[Id], [a].[AccountId], [a].[CreatedAt], [a].[ExpiresAt], [a].[Name], [a].[RevokedAt], [a].[Scopes], [a].[SecretHash], [a0].[Id], [a0].[Roles], [a0].[ErasedAt]
FROM [ApiKeys] AS [a]
INNER JOIN [Accounts] AS [a0] ON [a].[AccountId] = [a0].[Id]
WHERE [a].[Id] = @id AND [a].[RevokedAt] IS NULL
GO
SELECT TOP(1) [a].[Id], [a].[Action], [a].[ActorId], [a].[At], [a].[Hash], [a].[Reason], [a].[Sequence], [a].[SubjectId]
FROM [AuditEntries] AS [a]
WHERE [a].[Sequence] IS NOT NULL
ORDER BY [a].[Sequence] DESC
GO
SELECT TOP(1) [a].[Version], [a].[ContentHash]
FROM [Answers] AS [a]
WHERE [a].[CaseId] = @caseId AND [a].[ExpertId] = @expertId
ORDER BY [a].[Version] DESC
GO
SELECT TOP(1) [c].[Id] AS [CaseId], CASE
    WHEN [c].[AuthorId] = @viewerId THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [IsAuthor], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [CaseTargets] AS [c0]
        WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
            SELECT 1
            FROM [NetworkCurators] AS [n]
            WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId)) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [IsCurator], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Invitations] AS [i]
        WHERE [i].[CaseId] = @caseId AND [i].[ExpertId] = @viewerId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [IsInvited], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Answers] AS [a]
        WHERE [a].[CaseId] = @caseId AND [a].[ExpertId] = @viewerId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [HasAnswered], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Declines] AS [d]
        WHERE [d].[CaseId] = @caseId AND [d].[ExpertId] = @viewerId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [HasDeclined], [c].[Status], [c].[Revision]
FROM [ClinicalCases] AS [c]
WHERE [c].[Id] = @caseId
GO
SELECT TOP(1) [c].[Id] AS [CaseId], CASE
    WHEN [c].[AuthorId] = @viewerId2 THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [IsAuthor], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [CaseTargets] AS [c0]
        WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
            SELECT 1
            FROM [NetworkCurators] AS [n]
            WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId2)) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [IsCurator], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Invitations] AS [i]
        WHERE [i].[CaseId] = @caseId AND [i].[ExpertId] = @viewerId2) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [IsInvited], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Answers] AS [a]
        WHERE [a].[CaseId] = @caseId AND [a].[ExpertId] = @viewerId2) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [HasAnswered], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Declines] AS [d]
        WHERE [d].[CaseId] = @caseId AND [d].[ExpertId] = @viewerId2) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [HasDeclined], [c].[Status], [c].[Revision]
FROM [ClinicalCases] AS [c]
WHERE [c].[AuthorId] = @viewerId AND [c].[Id] = @caseId
GO
SELECT TOP(1) [c].[Id] AS [CaseId], CASE
    WHEN [c].[AuthorId] = @viewerId3 THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [IsAuthor], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [CaseTargets] AS [c1]
        WHERE [c].[Id] = [c1].[CaseId] AND EXISTS (
            SELECT 1
            FROM [NetworkCurators] AS [n0]
            WHERE [n0].[NetworkId] = [c1].[NetworkId] AND [n0].[AccountId] = @viewerId3)) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [IsCurator], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Invitations] AS [i]
        WHERE [i].[CaseId] = @caseId AND [i].[ExpertId] = @viewerId3) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [IsInvited], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Answers] AS [a]
        WHERE [a].[CaseId] = @caseId AND [a].[ExpertId] = @viewerId3) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [HasAnswered], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Declines] AS [d]
        WHERE [d].[CaseId] = @caseId AND [d].[ExpertId] = @viewerId3) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [HasDeclined], [c].[Status], [c].[Revision]
FROM [ClinicalCases] AS [c]
WHERE [c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND EXISTS (
    SELECT 1
    FROM [CaseTargets] AS [c0]
    WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n]
        WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId)) AND [c].[Id] = @caseId
GO
SELECT TOP(1) [c].[Id] AS [CaseId], CASE
    WHEN [c].[AuthorId] = @viewerId6 THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [IsAuthor], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [CaseTargets] AS [c1]
        WHERE [c].[Id] = [c1].[CaseId] AND EXISTS (
            SELECT 1
            FROM [NetworkCurators] AS [n0]
            WHERE [n0].[NetworkId] = [c1].[NetworkId] AND [n0].[AccountId] = @viewerId6)) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [IsCurator], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Invitations] AS [i0]
        WHERE [i0].[CaseId] = @caseId AND [i0].[ExpertId] = @viewerId6) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [IsInvited], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Answers] AS [a]
        WHERE [a].[CaseId] = @caseId AND [a].[ExpertId] = @viewerId6) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [HasAnswered], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Declines] AS [d0]
        WHERE [d0].[CaseId] = @caseId AND [d0].[ExpertId] = @viewerId6) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [HasDeclined], [c].[Status], [c].[Revision]
FROM [ClinicalCases] AS [c]
WHERE [c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND ((EXISTS (
    SELECT 1
    FROM [Invitations] AS [i]
    WHERE [i].[CaseId] = [c].[Id] AND [i].[ExpertId] = @viewerId) AND NOT EXISTS (
    SELECT 1
    FROM [Declines] AS [d]
    WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = [c].[Id])) OR EXISTS (
    SELECT 1
    FROM [CaseTargets] AS [c0]
    WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n]
        WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId))) AND [c].[Id] = @caseId
GO
SELECT TOP(1) [c].[Id] AS [CaseId], CASE
    WHEN [c].[AuthorId] = @viewerId7 THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [IsAuthor], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [CaseTargets] AS [c1]
        WHERE [c].[Id] = [c1].[CaseId] AND EXISTS (
            SELECT 1
            FROM [NetworkCurators] AS [n0]
            WHERE [n0].[NetworkId] = [c1].[NetworkId] AND [n0].[AccountId] = @viewerId7)) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [IsCurator], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Invitations] AS [i0]
        WHERE [i0].[CaseId] = @caseId AND [i0].[ExpertId] = @viewerId7) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [IsInvited], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Answers] AS [a]
        WHERE [a].[CaseId] = @caseId AND [a].[ExpertId] = @viewerId7) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [HasAnswered], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Declines] AS [d0]
        WHERE [d0].[CaseId] = @caseId AND [d0].[ExpertId] = @viewerId7) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [HasDeclined], [c].[Status], [c].[Revision]
FROM [ClinicalCases] AS [c]
WHERE ([c].[AuthorId] = @viewerId OR ([c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND ((EXISTS (
    SELECT 1
    FROM [Invitations] AS [i]
    WHERE [i].[CaseId] = [c].[Id] AND [i].[ExpertId] = @viewerId) AND NOT EXISTS (
    SELECT 1
    FROM [Declines] AS [d]
    WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = [c].[Id])) OR EXISTS (
    SELECT 1
    FROM [CaseTargets] AS [c0]
    WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n]
        WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId))))) AND [c].[Id] = @caseId
GO
SELECT TOP(1) [c].[Id], [c].[RequestHash]
FROM [ClinicalCases] AS [c]
WHERE [c].[AuthorId] = @authorId AND [c].[IdempotencyKey] = @key
GO
SELECT TOP(1) [d].[CaseId], [d].[Version], [d].[Answers], [d].[Board], [d].[ComputedAt], [d].[InputDigest], [d].[Settled]
FROM [Differentials] AS [d]
WHERE [d].[CaseId] = @caseId
ORDER BY [d].[Version] DESC
GO
SELECT TOP(1) [d].[CaseId], [d].[Version], [d].[Answers], [d].[Board], [d].[ComputedAt], [d].[InputDigest], [d].[Settled]
FROM [Differentials] AS [d]
WHERE [d].[CaseId] = @caseId AND [d].[ComputedAt] <= @asOf
ORDER BY [d].[ComputedAt] DESC, [d].[Version] DESC
GO
SELECT TOP(1) [d].[Version]
FROM [Differentials] AS [d]
WHERE [d].[CaseId] = @caseId
ORDER BY [d].[Version] DESC
GO
SELECT TOP(1) [d].[Version]
FROM [Differentials] AS [d]
WHERE [d].[CaseId] = @caseId AND [d].[ComputedAt] <= @asOf
ORDER BY [d].[ComputedAt] DESC, [d].[Version] DESC
GO
SELECT TOP(1) [d].[Version], [d].[InputDigest], [d].[ComputedAt]
FROM [Differentials] AS [d]
WHERE [d].[CaseId] = @caseId
ORDER BY [d].[Version] DESC
GO
SELECT TOP(1) [e].[Id], [e].[Name], [e].[Description], [e].[Rules], [e].[Specialties], [e].[Languages], [e].[Country], [e].[JoinPolicy], [e].[AllowsHour], [e].[CreatedAt], (
    SELECT COUNT(*)
    FROM [Memberships] AS [m0]
    WHERE [m0].[NetworkId] = [e].[Id] AND [m0].[Status] = 2), CASE
    WHEN EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n0]
        WHERE [e].[Id] = [n0].[NetworkId] AND [n0].[AccountId] = @callerId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END, COALESCE((
    SELECT TOP(1) [m1].[Status]
    FROM [Memberships] AS [m1]
    WHERE [m1].[NetworkId] = [e].[Id] AND [m1].[ExpertId] = @callerId), 0)
FROM [ExpertNetworks] AS [e]
WHERE ([e].[JoinPolicy] <> 2 OR EXISTS (
    SELECT 1
    FROM [NetworkCurators] AS [n]
    WHERE [e].[Id] = [n].[NetworkId] AND [n].[AccountId] = @viewerId) OR EXISTS (
    SELECT 1
    FROM [Memberships] AS [m]
    WHERE [m].[NetworkId] = [e].[Id] AND [m].[ExpertId] = @viewerId)) AND [e].[Id] = @networkId
GO
SELECT TOP(1) [e].[Id], [e].[Name], [e].[Description], [e].[Rules], [e].[Specialties], [e].[Languages], [e].[Country], [e].[JoinPolicy], [e].[AllowsHour], [e].[CreatedAt], (
    SELECT COUNT(*)
    FROM [Memberships] AS [m]
    WHERE [m].[NetworkId] = [e].[Id] AND [m].[Status] = 2), CASE
    WHEN EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n]
        WHERE [e].[Id] = [n].[NetworkId] AND [n].[AccountId] = @callerId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END, COALESCE((
    SELECT TOP(1) [m0].[Status]
    FROM [Memberships] AS [m0]
    WHERE [m0].[NetworkId] = [e].[Id] AND [m0].[ExpertId] = @callerId), 0)
FROM [ExpertNetworks] AS [e]
WHERE [e].[Id] = @networkId
GO
SELECT TOP(1) [m].[ExpertId]
FROM [Memberships] AS [m]
WHERE [m].[NetworkId] = @networkId AND [m].[Status] = 2
ORDER BY [m].[ExpertId]
GO
SELECT TOP(1) [m].[ExpertId]
FROM [Memberships] AS [m]
WHERE [m].[NetworkId] = @networkId AND [m].[Status] = 2 AND ([m].[VerifiedUntil] IS NULL OR [m].[VerifiedUntil] > @now)
ORDER BY [m].[ExpertId]
GO
SELECT TOP(1) [o].[CaseId], [o].[Version], [o].[Basis], [o].[EstablishedAfterDays], [o].[FromBoard], [o].[RecordedAt], [o].[RecordedBy], [o].[SawBoard], [o].[Status]
FROM [Outcomes] AS [o]
WHERE [o].[CaseId] = @caseId
ORDER BY [o].[Version] DESC
GO
SELECT TOP(2) [a].[Id], [a].[AccessFailedCount], [a].[ConcurrencyStamp], [a].[CreatedAt], [a].[DisplayName], [a].[Email], [a].[EmailConfirmed], [a].[ErasedAt], [a].[LockoutEnabled], [a].[LockoutEnd], [a].[NormalizedEmail], [a].[NormalizedUserName], [a].[PasswordHash], [a].[PhoneNumber], [a].[PhoneNumberConfirmed], [a].[Roles], [a].[SecurityStamp], [a].[Simulated], [a].[TwoFactorEnabled], [a].[UserName]
FROM [Accounts] AS [a]
WHERE [a].[Id] = @accountId
GO
SELECT TOP(2) [a].[Id], [a].[AccessFailedCount], [a].[ConcurrencyStamp], [a].[CreatedAt], [a].[DisplayName], [a].[Email], [a].[EmailConfirmed], [a].[ErasedAt], [a].[LockoutEnabled], [a].[LockoutEnd], [a].[NormalizedEmail], [a].[NormalizedUserName], [a].[PasswordHash], [a].[PhoneNumber], [a].[PhoneNumberConfirmed], [a].[Roles], [a].[SecurityStamp], [a].[Simulated], [a].[TwoFactorEnabled], [a].[UserName]
FROM [Accounts] AS [a]
WHERE [a].[NormalizedEmail] = @normalizedEmail
GO
SELECT TOP(2) [c].[AuthorId], [c].[PostedAt]
FROM [ClinicalCases] AS [c]
WHERE [c].[Id] = @caseId AND [c].[Status] = 0
GO
SELECT TOP(2) [c].[AuthorId], [c].[PostedAt], (
    SELECT TOP(1) [e].[JoinPolicy]
    FROM [ExpertNetworks] AS [e]
    WHERE [e].[Id] = @message_NetworkId) AS [Policy], CASE
    WHEN NOT EXISTS (
        SELECT 1
        FROM [Invitations] AS [i]
        WHERE [i].[CaseId] = [c].[Id] AND [i].[ExpertId] >= @message_FromExpertId AND [i].[ExpertId] < @message_BeforeExpertId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [IsUntouched]
FROM [ClinicalCases] AS [c]
WHERE [c].[Id] = @message_CaseId AND [c].[Status] = 0
GO
SELECT TOP(2) [c].[CaseId], [c].[DifferentialVersion], [c].[PrefixDigest], [c].[SettledCheckedAnswers], [c].[SettledTicks]
FROM [CaseTimings] AS [c]
WHERE [c].[CaseId] = @caseId
GO
SELECT TOP(2) [c].[Id], [c].[AgeBand], [c].[AgeYears], [c].[AnswerWanted], [c].[AuthorId], [c].[ClosedAt], [c].[EmergencyAcknowledgedAt], [c].[Examination], [c].[History], [c].[IdempotencyKey], [c].[Investigations], [c].[Language], [c].[PostedAt], [c].[Presentation], [c].[Question], [c].[RequestHash], [c].[RevealedAtRevision], [c].[Revision], [c].[Sex], [c].[Specialties], [c].[Status], [c].[Title], [c].[WithdrawnAt], [c].[Permission_AttestedAt], [c].[Permission_AttestedBy], [c].[Permission_Basis], [c].[Permission_NarrowedAt], [c].[Permission_Scope]
FROM [ClinicalCases] AS [c]
WHERE [c].[Id] = @caseId AND [c].[AuthorId] = @authorId
GO
SELECT TOP(2) [c].[Id], [c].[AskedAt], [c].[CaseId], [c].[ExpertId], [c].[RepliedAt], [c].[Reply], [c].[Revision], [c].[Text]
FROM [CaseQuestions] AS [c]
WHERE [c].[Id] = @questionId AND [c].[CaseId] = @caseId
GO
SELECT TOP(2) [c].[PostedAt]
FROM [ClinicalCases] AS [c]
WHERE [c].[Id] = @caseId
GO
SELECT TOP(2) [c].[PostedAt], [c].[ClosedAt]
FROM [ClinicalCases] AS [c]
WHERE [c].[Id] = @caseId
GO
SELECT TOP(2) [c].[PostedAt], [c].[ClosedAt], [c].[RevealedAtRevision]
FROM [ClinicalCases] AS [c]
WHERE [c].[Id] = @caseId
GO
SELECT TOP(2) [c].[RevealedAtRevision]
FROM [ClinicalCases] AS [c]
WHERE [c].[Id] = @caseId
GO
SELECT TOP(2) [c].[Revision], [c].[Status]
FROM [ClinicalCases] AS [c]
WHERE [c].[Id] = @caseId
GO
SELECT TOP(2) [c].[Specialties]
FROM [ClinicalCases] AS [c]
WHERE [c].[Id] = @caseId
GO
SELECT TOP(2) [c].[Status], [c].[Revision], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [BoardViews] AS [b]
        WHERE [b].[CaseId] = @caseId AND [b].[ViewerId] = @expertId) OR EXISTS (
        SELECT 1
        FROM [Declines] AS [d]
        WHERE [d].[CaseId] = @caseId AND [d].[ExpertId] = @expertId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [SawBoard]
FROM [ClinicalCases] AS [c]
WHERE [c].[Id] = @caseId
GO
SELECT TOP(2) [d].[CaseId], [d].[ExpertId], [d].[DeclinedAt], [d].[Reason], [d].[ReviewedAt], [d].[ReviewedBy]
FROM [Declines] AS [d]
WHERE [d].[CaseId] = @caseId AND [d].[ExpertId] = @caller_Id
GO
SELECT TOP(2) [e].[ExpertId], [e].[ResearchConsentAt], [e].[ShownName], [e].[TimeZone]
FROM [ExpertPreferences] AS [e]
WHERE [e].[ExpertId] = @expertId
GO
SELECT TOP(2) [e].[Id], [e].[AllowsHour], [e].[Country], [e].[CreatedAt], [e].[Description], [e].[JoinPolicy], [e].[Languages], [e].[Name], [e].[NormalizedName], [e].[Rules], [e].[Specialties]
FROM [ExpertNetworks] AS [e]
WHERE ([e].[JoinPolicy] <> 2 OR EXISTS (
    SELECT 1
    FROM [NetworkCurators] AS [n]
    WHERE [e].[Id] = [n].[NetworkId] AND [n].[AccountId] = @viewerId) OR EXISTS (
    SELECT 1
    FROM [Memberships] AS [m]
    WHERE [m].[NetworkId] = [e].[Id] AND [m].[ExpertId] = @viewerId)) AND [e].[Id] = @networkId
GO
SELECT TOP(2) [e].[Id], [e].[Name], [e].[Description], [e].[Rules], [e].[Specialties], [e].[Languages], [e].[Country], [e].[JoinPolicy], [e].[AllowsHour], [e].[CreatedAt], (
    SELECT COUNT(*)
    FROM [Memberships] AS [m]
    WHERE [m].[NetworkId] = [e].[Id] AND [m].[Status] = 2), CASE
    WHEN EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n]
        WHERE [e].[Id] = [n].[NetworkId] AND [n].[AccountId] = @callerId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END, COALESCE((
    SELECT TOP(1) [m0].[Status]
    FROM [Memberships] AS [m0]
    WHERE [m0].[NetworkId] = [e].[Id] AND [m0].[ExpertId] = @callerId), 0)
FROM [ExpertNetworks] AS [e]
WHERE [e].[Id] = @networkId
GO
SELECT TOP(2) [e].[JoinPolicy]
FROM [ExpertNetworks] AS [e]
WHERE [e].[Id] = @networkId
GO
SELECT TOP(2) [m].[NetworkId], [m].[ExpertId], [m].[ChangedAt], [m].[OptedInAt], [m].[Status], [m].[VerifiedBy], [m].[VerifiedUntil]
FROM [Memberships] AS [m]
WHERE [m].[NetworkId] = @networkId AND [m].[ExpertId] = @expertId
GO
SELECT TOP(@p) [a].[Id], [a].[Action], [a].[ActorId], [a].[At], [a].[Hash], [a].[Reason], [a].[Sequence], [a].[SubjectId]
FROM [AuditEntries] AS [a]
WHERE [a].[Sequence] IS NULL
ORDER BY [a].[At], [a].[Id]
GO
SELECT TOP(@p) [c].[Id], [c].[Title], [c].[Specialties], [c].[AnswerWanted], [c].[Status], [c].[Revision], [c].[PostedAt], CASE
    WHEN [c].[AuthorId] = @viewerId10 THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
FROM [ClinicalCases] AS [c]
WHERE ([c].[AuthorId] = @viewerId OR ([c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND ((EXISTS (
    SELECT 1
    FROM [Invitations] AS [i]
    WHERE [i].[CaseId] = [c].[Id] AND [i].[ExpertId] = @viewerId) AND NOT EXISTS (
    SELECT 1
    FROM [Declines] AS [d]
    WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = [c].[Id])) OR EXISTS (
    SELECT 1
    FROM [CaseTargets] AS [c0]
    WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n]
        WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId))))) AND ([c].[PostedAt] < @last_At OR ([c].[PostedAt] = @last_At AND [c].[Id] < @last_Id))
ORDER BY [c].[PostedAt] DESC, [c].[Id] DESC
GO
SELECT TOP(@p) [c].[Id], [c].[Title], [c].[Specialties], [c].[AnswerWanted], [c].[Status], [c].[Revision], [c].[PostedAt], CASE
    WHEN [c].[AuthorId] = @viewerId2 THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
FROM [ClinicalCases] AS [c]
WHERE [c].[AuthorId] = @viewerId
ORDER BY [c].[PostedAt] DESC, [c].[Id] DESC
GO
SELECT TOP(@p) [c].[Id], [c].[Title], [c].[Specialties], [c].[AnswerWanted], [c].[Status], [c].[Revision], [c].[PostedAt], CASE
    WHEN [c].[AuthorId] = @viewerId3 THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
FROM [ClinicalCases] AS [c]
WHERE [c].[AuthorId] = @viewerId AND [c].[AuthorId] = @caller_Id
ORDER BY [c].[PostedAt] DESC, [c].[Id] DESC
GO
SELECT TOP(@p) [c].[Id], [c].[Title], [c].[Specialties], [c].[AnswerWanted], [c].[Status], [c].[Revision], [c].[PostedAt], CASE
    WHEN [c].[AuthorId] = @viewerId3 THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
FROM [ClinicalCases] AS [c]
WHERE [c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND EXISTS (
    SELECT 1
    FROM [CaseTargets] AS [c0]
    WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n]
        WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId))
ORDER BY [c].[PostedAt] DESC, [c].[Id] DESC
GO
SELECT TOP(@p) [c].[Id], [c].[Title], [c].[Specialties], [c].[AnswerWanted], [c].[Status], [c].[Revision], [c].[PostedAt], CASE
    WHEN [c].[AuthorId] = @viewerId4 THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
FROM [ClinicalCases] AS [c]
WHERE [c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND EXISTS (
    SELECT 1
    FROM [Invitations] AS [i]
    WHERE [i].[CaseId] = [c].[Id] AND [i].[ExpertId] = @viewerId) AND NOT EXISTS (
    SELECT 1
    FROM [Declines] AS [d]
    WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = [c].[Id])
ORDER BY [c].[PostedAt] DESC, [c].[Id] DESC
GO
SELECT TOP(@p) [c].[Id], [c].[Title], [c].[Specialties], [c].[AnswerWanted], [c].[Status], [c].[Revision], [c].[PostedAt], CASE
    WHEN [c].[AuthorId] = @viewerId5 THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
FROM [ClinicalCases] AS [c]
WHERE [c].[AuthorId] = @viewerId AND ([c].[PostedAt] < @last_At OR ([c].[PostedAt] = @last_At AND [c].[Id] < @last_Id))
ORDER BY [c].[PostedAt] DESC, [c].[Id] DESC
GO
SELECT TOP(@p) [c].[Id], [c].[Title], [c].[Specialties], [c].[AnswerWanted], [c].[Status], [c].[Revision], [c].[PostedAt], CASE
    WHEN [c].[AuthorId] = @viewerId6 THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
FROM [ClinicalCases] AS [c]
WHERE [c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND ((EXISTS (
    SELECT 1
    FROM [Invitations] AS [i]
    WHERE [i].[CaseId] = [c].[Id] AND [i].[ExpertId] = @viewerId) AND NOT EXISTS (
    SELECT 1
    FROM [Declines] AS [d]
    WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = [c].[Id])) OR EXISTS (
    SELECT 1
    FROM [CaseTargets] AS [c0]
    WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n]
        WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId)))
ORDER BY [c].[PostedAt] DESC, [c].[Id] DESC
GO
SELECT TOP(@p) [c].[Id], [c].[Title], [c].[Specialties], [c].[AnswerWanted], [c].[Status], [c].[Revision], [c].[PostedAt], CASE
    WHEN [c].[AuthorId] = @viewerId7 THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
FROM [ClinicalCases] AS [c]
WHERE [c].[AuthorId] = @viewerId OR ([c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND ((EXISTS (
    SELECT 1
    FROM [Invitations] AS [i]
    WHERE [i].[CaseId] = [c].[Id] AND [i].[ExpertId] = @viewerId) AND NOT EXISTS (
    SELECT 1
    FROM [Declines] AS [d]
    WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = [c].[Id])) OR EXISTS (
    SELECT 1
    FROM [CaseTargets] AS [c0]
    WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n]
        WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId))))
ORDER BY [c].[PostedAt] DESC, [c].[Id] DESC
GO
SELECT TOP(@p) [c].[Id], [c].[Title], [c].[Specialties], [c].[AnswerWanted], [c].[Status], [c].[Revision], [c].[PostedAt], CASE
    WHEN [c].[AuthorId] = @viewerId7 THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
FROM [ClinicalCases] AS [c]
WHERE [c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND ((EXISTS (
    SELECT 1
    FROM [Invitations] AS [i]
    WHERE [i].[CaseId] = [c].[Id] AND [i].[ExpertId] = @viewerId) AND NOT EXISTS (
    SELECT 1
    FROM [Declines] AS [d]
    WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = [c].[Id])) OR EXISTS (
    SELECT 1
    FROM [CaseTargets] AS [c0]
    WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n]
        WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId))) AND [c].[AuthorId] = @caller_Id
ORDER BY [c].[PostedAt] DESC, [c].[Id] DESC
GO
SELECT TOP(@p) [c].[Id], [c].[Title], [c].[Specialties], [c].[AnswerWanted], [c].[Status], [c].[Revision], [c].[PostedAt], CASE
    WHEN [c].[AuthorId] = @viewerId8 THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
FROM [ClinicalCases] AS [c]
WHERE ([c].[AuthorId] = @viewerId OR ([c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND ((EXISTS (
    SELECT 1
    FROM [Invitations] AS [i]
    WHERE [i].[CaseId] = [c].[Id] AND [i].[ExpertId] = @viewerId) AND NOT EXISTS (
    SELECT 1
    FROM [Declines] AS [d]
    WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = [c].[Id])) OR EXISTS (
    SELECT 1
    FROM [CaseTargets] AS [c0]
    WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n]
        WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId))))) AND [c].[AuthorId] = @caller_Id
ORDER BY [c].[PostedAt] DESC, [c].[Id] DESC
GO
SELECT TOP(@p) [c].[Id], [c].[Title], [c].[Specialties], [c].[AnswerWanted], [c].[Status], [c].[Revision], [c].[PostedAt], CASE
    WHEN [c].[AuthorId] = @viewerId9 THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
FROM [ClinicalCases] AS [c]
WHERE [c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND ((EXISTS (
    SELECT 1
    FROM [Invitations] AS [i]
    WHERE [i].[CaseId] = [c].[Id] AND [i].[ExpertId] = @viewerId) AND NOT EXISTS (
    SELECT 1
    FROM [Declines] AS [d]
    WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = [c].[Id])) OR EXISTS (
    SELECT 1
    FROM [CaseTargets] AS [c0]
    WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n]
        WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId))) AND ([c].[PostedAt] < @last_At OR ([c].[PostedAt] = @last_At AND [c].[Id] < @last_Id))
ORDER BY [c].[PostedAt] DESC, [c].[Id] DESC
GO
SELECT TOP(@p) [e].[Id], [e].[Name], [e].[Description], [e].[Rules], [e].[Specialties], [e].[Languages], [e].[Country], [e].[JoinPolicy], [e].[AllowsHour], [e].[CreatedAt], (
    SELECT COUNT(*)
    FROM [Memberships] AS [m0]
    WHERE [m0].[NetworkId] = [e].[Id] AND [m0].[Status] = 2), CASE
    WHEN EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n0]
        WHERE [e].[Id] = [n0].[NetworkId] AND [n0].[AccountId] = @callerId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END, COALESCE((
    SELECT TOP(1) [m1].[Status]
    FROM [Memberships] AS [m1]
    WHERE [m1].[NetworkId] = [e].[Id] AND [m1].[ExpertId] = @callerId), 0)
FROM [ExpertNetworks] AS [e]
WHERE ([e].[JoinPolicy] <> 2 OR EXISTS (
    SELECT 1
    FROM [NetworkCurators] AS [n]
    WHERE [e].[Id] = [n].[NetworkId] AND [n].[AccountId] = @viewerId) OR EXISTS (
    SELECT 1
    FROM [Memberships] AS [m]
    WHERE [m].[NetworkId] = [e].[Id] AND [m].[ExpertId] = @viewerId)) AND ([e].[CreatedAt] < @last_At OR ([e].[CreatedAt] = @last_At AND [e].[Id] < @last_Id))
ORDER BY [e].[CreatedAt] DESC, [e].[Id] DESC
GO
SELECT TOP(@p) [e].[Id], [e].[Name], [e].[Description], [e].[Rules], [e].[Specialties], [e].[Languages], [e].[Country], [e].[JoinPolicy], [e].[AllowsHour], [e].[CreatedAt], (
    SELECT COUNT(*)
    FROM [Memberships] AS [m0]
    WHERE [m0].[NetworkId] = [e].[Id] AND [m0].[Status] = 2), CASE
    WHEN EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n0]
        WHERE [e].[Id] = [n0].[NetworkId] AND [n0].[AccountId] = @callerId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END, COALESCE((
    SELECT TOP(1) [m1].[Status]
    FROM [Memberships] AS [m1]
    WHERE [m1].[NetworkId] = [e].[Id] AND [m1].[ExpertId] = @callerId), 0)
FROM [ExpertNetworks] AS [e]
WHERE [e].[JoinPolicy] <> 2 OR EXISTS (
    SELECT 1
    FROM [NetworkCurators] AS [n]
    WHERE [e].[Id] = [n].[NetworkId] AND [n].[AccountId] = @viewerId) OR EXISTS (
    SELECT 1
    FROM [Memberships] AS [m]
    WHERE [m].[NetworkId] = [e].[Id] AND [m].[ExpertId] = @viewerId)
ORDER BY [e].[CreatedAt] DESC, [e].[Id] DESC
GO
SELECT TOP(@p) [e].[Id], [e].[Name], [e].[Description], [e].[Rules], [e].[Specialties], [e].[Languages], [e].[Country], [e].[JoinPolicy], [e].[AllowsHour], [e].[CreatedAt], (
    SELECT COUNT(*)
    FROM [Memberships] AS [m]
    WHERE [m].[NetworkId] = [e].[Id] AND [m].[Status] = 2), CASE
    WHEN EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n]
        WHERE [e].[Id] = [n].[NetworkId] AND [n].[AccountId] = @callerId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END, COALESCE((
    SELECT TOP(1) [m0].[Status]
    FROM [Memberships] AS [m0]
    WHERE [m0].[NetworkId] = [e].[Id] AND [m0].[ExpertId] = @callerId), 0)
FROM [ExpertNetworks] AS [e]
ORDER BY [e].[CreatedAt] DESC, [e].[Id] DESC
GO
SELECT TOP(@p) [i].[CaseId], [c1].[Title], [c1].[Specialties], [c1].[Language], [c1].[AnswerWanted], [c1].[Revision], [i].[InvitedAt], [i].[NetworkId], [e].[Name], [i].[Reason], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Answers] AS [a0]
        WHERE [a0].[CaseId] = [i].[CaseId] AND [a0].[ExpertId] = @expertId) THEN 1
    WHEN EXISTS (
        SELECT 1
        FROM [Declines] AS [d0]
        WHERE [d0].[CaseId] = [i].[CaseId] AND [d0].[ExpertId] = @expertId) THEN 2
    ELSE 0
END
FROM [Invitations] AS [i]
INNER JOIN (
    SELECT [c].[Id], [c].[AnswerWanted], [c].[Language], [c].[Revision], [c].[Specialties], [c].[Title]
    FROM [ClinicalCases] AS [c]
    WHERE ([c].[AuthorId] = @viewerId OR ([c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND ((EXISTS (
        SELECT 1
        FROM [Invitations] AS [i0]
        WHERE [i0].[CaseId] = [c].[Id] AND [i0].[ExpertId] = @viewerId) AND NOT EXISTS (
        SELECT 1
        FROM [Declines] AS [d]
        WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = [c].[Id])) OR EXISTS (
        SELECT 1
        FROM [CaseTargets] AS [c0]
        WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
            SELECT 1
            FROM [NetworkCurators] AS [n]
            WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId))))) AND [c].[Status] = 0
) AS [c1] ON [i].[CaseId] = [c1].[Id]
INNER JOIN [ExpertNetworks] AS [e] ON [i].[NetworkId] = [e].[Id]
WHERE [i].[ExpertId] = @expertId AND EXISTS (
    SELECT 1
    FROM [Answers] AS [a]
    WHERE [a].[CaseId] = [i].[CaseId] AND [a].[ExpertId] = @expertId)
ORDER BY [i].[InvitedAt] DESC, [i].[CaseId] DESC
GO
SELECT TOP(@p) [i].[CaseId], [c1].[Title], [c1].[Specialties], [c1].[Language], [c1].[AnswerWanted], [c1].[Revision], [i].[InvitedAt], [i].[NetworkId], [e].[Name], [i].[Reason], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Answers] AS [a0]
        WHERE [a0].[CaseId] = [i].[CaseId] AND [a0].[ExpertId] = @expertId) THEN 1
    WHEN EXISTS (
        SELECT 1
        FROM [Declines] AS [d1]
        WHERE [d1].[CaseId] = [i].[CaseId] AND [d1].[ExpertId] = @expertId) THEN 2
    ELSE 0
END
FROM [Invitations] AS [i]
INNER JOIN (
    SELECT [c].[Id], [c].[AnswerWanted], [c].[Language], [c].[Revision], [c].[Specialties], [c].[Title]
    FROM [ClinicalCases] AS [c]
    WHERE ([c].[AuthorId] = @viewerId OR ([c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND ((EXISTS (
        SELECT 1
        FROM [Invitations] AS [i0]
        WHERE [i0].[CaseId] = [c].[Id] AND [i0].[ExpertId] = @viewerId) AND NOT EXISTS (
        SELECT 1
        FROM [Declines] AS [d]
        WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = [c].[Id])) OR EXISTS (
        SELECT 1
        FROM [CaseTargets] AS [c0]
        WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
            SELECT 1
            FROM [NetworkCurators] AS [n]
            WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId))))) AND [c].[Status] = 0
) AS [c1] ON [i].[CaseId] = [c1].[Id]
INNER JOIN [ExpertNetworks] AS [e] ON [i].[NetworkId] = [e].[Id]
WHERE [i].[ExpertId] = @expertId AND ([i].[InvitedAt] < @last_At OR ([i].[InvitedAt] = @last_At AND [i].[CaseId] < @last_Id)) AND NOT EXISTS (
    SELECT 1
    FROM [Answers] AS [a]
    WHERE [a].[CaseId] = [i].[CaseId] AND [a].[ExpertId] = @expertId) AND NOT EXISTS (
    SELECT 1
    FROM [Declines] AS [d0]
    WHERE [d0].[CaseId] = [i].[CaseId] AND [d0].[ExpertId] = @expertId)
ORDER BY [i].[InvitedAt] DESC, [i].[CaseId] DESC
GO
SELECT TOP(@p) [i].[CaseId], [c1].[Title], [c1].[Specialties], [c1].[Language], [c1].[AnswerWanted], [c1].[Revision], [i].[InvitedAt], [i].[NetworkId], [e].[Name], [i].[Reason], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Answers] AS [a0]
        WHERE [a0].[CaseId] = [i].[CaseId] AND [a0].[ExpertId] = @expertId) THEN 1
    WHEN EXISTS (
        SELECT 1
        FROM [Declines] AS [d1]
        WHERE [d1].[CaseId] = [i].[CaseId] AND [d1].[ExpertId] = @expertId) THEN 2
    ELSE 0
END
FROM [Invitations] AS [i]
INNER JOIN (
    SELECT [c].[Id], [c].[AnswerWanted], [c].[Language], [c].[Revision], [c].[Specialties], [c].[Title]
    FROM [ClinicalCases] AS [c]
    WHERE ([c].[AuthorId] = @viewerId OR ([c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND ((EXISTS (
        SELECT 1
        FROM [Invitations] AS [i0]
        WHERE [i0].[CaseId] = [c].[Id] AND [i0].[ExpertId] = @viewerId) AND NOT EXISTS (
        SELECT 1
        FROM [Declines] AS [d]
        WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = [c].[Id])) OR EXISTS (
        SELECT 1
        FROM [CaseTargets] AS [c0]
        WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
            SELECT 1
            FROM [NetworkCurators] AS [n]
            WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId))))) AND [c].[Status] = 0
) AS [c1] ON [i].[CaseId] = [c1].[Id]
INNER JOIN [ExpertNetworks] AS [e] ON [i].[NetworkId] = [e].[Id]
WHERE [i].[ExpertId] = @expertId AND EXISTS (
    SELECT 1
    FROM [Declines] AS [d0]
    WHERE [d0].[CaseId] = [i].[CaseId] AND [d0].[ExpertId] = @expertId) AND NOT EXISTS (
    SELECT 1
    FROM [Answers] AS [a]
    WHERE [a].[CaseId] = [i].[CaseId] AND [a].[ExpertId] = @expertId)
ORDER BY [i].[InvitedAt] DESC, [i].[CaseId] DESC
GO
SELECT TOP(@p) [i].[CaseId], [c1].[Title], [c1].[Specialties], [c1].[Language], [c1].[AnswerWanted], [c1].[Revision], [i].[InvitedAt], [i].[NetworkId], [e].[Name], [i].[Reason], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Answers] AS [a0]
        WHERE [a0].[CaseId] = [i].[CaseId] AND [a0].[ExpertId] = @expertId) THEN 1
    WHEN EXISTS (
        SELECT 1
        FROM [Declines] AS [d1]
        WHERE [d1].[CaseId] = [i].[CaseId] AND [d1].[ExpertId] = @expertId) THEN 2
    ELSE 0
END
FROM [Invitations] AS [i]
INNER JOIN (
    SELECT [c].[Id], [c].[AnswerWanted], [c].[Language], [c].[Revision], [c].[Specialties], [c].[Title]
    FROM [ClinicalCases] AS [c]
    WHERE ([c].[AuthorId] = @viewerId OR ([c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND ((EXISTS (
        SELECT 1
        FROM [Invitations] AS [i0]
        WHERE [i0].[CaseId] = [c].[Id] AND [i0].[ExpertId] = @viewerId) AND NOT EXISTS (
        SELECT 1
        FROM [Declines] AS [d]
        WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = [c].[Id])) OR EXISTS (
        SELECT 1
        FROM [CaseTargets] AS [c0]
        WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
            SELECT 1
            FROM [NetworkCurators] AS [n]
            WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId))))) AND [c].[Status] = 0
) AS [c1] ON [i].[CaseId] = [c1].[Id]
INNER JOIN [ExpertNetworks] AS [e] ON [i].[NetworkId] = [e].[Id]
WHERE [i].[ExpertId] = @expertId AND NOT EXISTS (
    SELECT 1
    FROM [Answers] AS [a]
    WHERE [a].[CaseId] = [i].[CaseId] AND [a].[ExpertId] = @expertId) AND NOT EXISTS (
    SELECT 1
    FROM [Declines] AS [d0]
    WHERE [d0].[CaseId] = [i].[CaseId] AND [d0].[ExpertId] = @expertId)
ORDER BY [i].[InvitedAt] DESC, [i].[CaseId] DESC
GO
SELECT TOP(@p) [i].[CaseId], [c1].[Title], [c1].[Specialties], [c1].[Language], [c1].[AnswerWanted], [c1].[Revision], [i].[InvitedAt], [i].[NetworkId], [e].[Name], [i].[Reason], CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Answers] AS [a]
        WHERE [a].[CaseId] = [i].[CaseId] AND [a].[ExpertId] = @expertId) THEN 1
    WHEN EXISTS (
        SELECT 1
        FROM [Declines] AS [d0]
        WHERE [d0].[CaseId] = [i].[CaseId] AND [d0].[ExpertId] = @expertId) THEN 2
    ELSE 0
END
FROM [Invitations] AS [i]
INNER JOIN (
    SELECT [c].[Id], [c].[AnswerWanted], [c].[Language], [c].[Revision], [c].[Specialties], [c].[Title]
    FROM [ClinicalCases] AS [c]
    WHERE ([c].[AuthorId] = @viewerId OR ([c].[Status] <> 2 AND [c].[Permission_Scope] & 1 <> 0 AND ((EXISTS (
        SELECT 1
        FROM [Invitations] AS [i0]
        WHERE [i0].[CaseId] = [c].[Id] AND [i0].[ExpertId] = @viewerId) AND NOT EXISTS (
        SELECT 1
        FROM [Declines] AS [d]
        WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = [c].[Id])) OR EXISTS (
        SELECT 1
        FROM [CaseTargets] AS [c0]
        WHERE [c].[Id] = [c0].[CaseId] AND EXISTS (
            SELECT 1
            FROM [NetworkCurators] AS [n]
            WHERE [n].[NetworkId] = [c0].[NetworkId] AND [n].[AccountId] = @viewerId))))) AND [c].[Status] = 0
) AS [c1] ON [i].[CaseId] = [c1].[Id]
INNER JOIN [ExpertNetworks] AS [e] ON [i].[NetworkId] = [e].[Id]
WHERE [i].[ExpertId] = @expertId
ORDER BY [i].[InvitedAt] DESC, [i].[CaseId] DESC
GO
SELECT TOP(@p) [o].[Id], [o].[Body], [o].[CreatedAt], [o].[TraceParent], [o].[Type]
FROM [OutboxMessages] AS [o]
ORDER BY [o].[CreatedAt], [o].[Id]
GO
SELECT TOP(@p) [o].[Id], [o].[Body], [o].[CreatedAt], [o].[TraceParent], [o].[Type]
FROM [OutboxMessages] AS [o]
WHERE [o].[CreatedAt] <= @before AND ([o].[CreatedAt] > @after_Item1 OR ([o].[CreatedAt] = @after_Item1 AND [o].[Id] > @after_Item2))
ORDER BY [o].[CreatedAt], [o].[Id]
GO
SELECT TOP(@p) [s].[Phrase], [s].[DiagnosisKey]
FROM [Answers] AS [a]
INNER JOIN [Suggestions] AS [s] ON [a].[CaseId] = [s].[CaseId] AND [a].[ExpertId] = [s].[ExpertId] AND [a].[Version] = [s].[Version]
WHERE [a].[ExpertId] = @expertId AND [s].[Phrase] <> N''
ORDER BY [a].[ReceivedAt] DESC
GO
SELECT [a0].[CaseId], [a0].[ExpertId], [a0].[Version], [a0].[Assistance], [a0].[CaseRevision], [a0].[ContentHash], [a0].[Late], [a0].[NextTest], [a0].[Rationale], [a0].[ReceivedAt], [a0].[SawBoard], [s].[CaseId], [s].[ExpertId], [s].[Version], [s].[Ordinal], [s].[CodingCode], [s].[CodingSystem], [s].[Confidence], [s].[Dangerous], [s].[DiagnosisKey], [s].[Phrase], [s].[RankGroup], [s].[Rule], [s].[TerminologyVersion]
FROM (
    SELECT TOP(1) [a].[CaseId], [a].[ExpertId], [a].[Version], [a].[Assistance], [a].[CaseRevision], [a].[ContentHash], [a].[Late], [a].[NextTest], [a].[Rationale], [a].[ReceivedAt], [a].[SawBoard]
    FROM [Answers] AS [a]
    WHERE [a].[CaseId] = @caseId AND [a].[ExpertId] = @expertId
    ORDER BY [a].[Version] DESC
) AS [a0]
LEFT JOIN [Suggestions] AS [s] ON [a0].[CaseId] = [s].[CaseId] AND [a0].[ExpertId] = [s].[ExpertId] AND [a0].[Version] = [s].[Version]
ORDER BY [a0].[Version] DESC, [a0].[CaseId], [a0].[ExpertId], [s].[CaseId], [s].[ExpertId], [s].[Version]
GO
SELECT [a0].[CaseId], [a0].[ExpertId], [a0].[Version], [a0].[Assistance], [a0].[CaseRevision], [a0].[ContentHash], [a0].[Late], [a0].[NextTest], [a0].[Rationale], [a0].[ReceivedAt], [a0].[SawBoard], [s].[CaseId], [s].[ExpertId], [s].[Version], [s].[Ordinal], [s].[CodingCode], [s].[CodingSystem], [s].[Confidence], [s].[Dangerous], [s].[DiagnosisKey], [s].[Phrase], [s].[RankGroup], [s].[Rule], [s].[TerminologyVersion]
FROM (
    SELECT TOP(2) [a].[CaseId], [a].[ExpertId], [a].[Version], [a].[Assistance], [a].[CaseRevision], [a].[ContentHash], [a].[Late], [a].[NextTest], [a].[Rationale], [a].[ReceivedAt], [a].[SawBoard]
    FROM [Answers] AS [a]
    WHERE [a].[CaseId] = @caseId AND [a].[ExpertId] = @expertId AND [a].[Version] = @version
) AS [a0]
LEFT JOIN [Suggestions] AS [s] ON [a0].[CaseId] = [s].[CaseId] AND [a0].[ExpertId] = [s].[ExpertId] AND [a0].[Version] = [s].[Version]
ORDER BY [a0].[CaseId], [a0].[ExpertId], [a0].[Version], [s].[CaseId], [s].[ExpertId], [s].[Version]
GO
SELECT [a1].[CaseId], [a1].[ExpertId], [a1].[Version], [a1].[Assistance], [a1].[CaseRevision], [a1].[ContentHash], [a1].[Late], [a1].[NextTest], [a1].[Rationale], [a1].[ReceivedAt], [a1].[SawBoard], [s].[CaseId], [s].[ExpertId], [s].[Version], [s].[Ordinal], [s].[CodingCode], [s].[CodingSystem], [s].[Confidence], [s].[Dangerous], [s].[DiagnosisKey], [s].[Phrase], [s].[RankGroup], [s].[Rule], [s].[TerminologyVersion]
FROM (
    SELECT TOP(@p) [a].[CaseId], [a].[ExpertId], [a].[Version], [a].[Assistance], [a].[CaseRevision], [a].[ContentHash], [a].[Late], [a].[NextTest], [a].[Rationale], [a].[ReceivedAt], [a].[SawBoard]
    FROM [Answers] AS [a]
    WHERE [a].[CaseId] = @caseId AND NOT EXISTS (
        SELECT 1
        FROM [Answers] AS [a0]
        WHERE [a0].[CaseId] = @caseId AND [a0].[ExpertId] = [a].[ExpertId] AND [a0].[Version] > [a].[Version])
    ORDER BY [a].[ReceivedAt] DESC, [a].[ExpertId] DESC
) AS [a1]
LEFT JOIN [Suggestions] AS [s] ON [a1].[CaseId] = [s].[CaseId] AND [a1].[ExpertId] = [s].[ExpertId] AND [a1].[Version] = [s].[Version]
ORDER BY [a1].[ReceivedAt] DESC, [a1].[ExpertId] DESC, [a1].[CaseId], [a1].[Version], [s].[CaseId], [s].[ExpertId], [s].[Version]
GO
SELECT [a].[CaseId], [a].[ExpertId], [a].[Version], [a].[Assistance], [a].[CaseRevision], [a].[ContentHash], [a].[Late], [a].[NextTest], [a].[Rationale], [a].[ReceivedAt], [a].[SawBoard], [s].[CaseId], [s].[ExpertId], [s].[Version], [s].[Ordinal], [s].[CodingCode], [s].[CodingSystem], [s].[Confidence], [s].[Dangerous], [s].[DiagnosisKey], [s].[Phrase], [s].[RankGroup], [s].[Rule], [s].[TerminologyVersion]
FROM [Answers] AS [a]
LEFT JOIN [Suggestions] AS [s] ON [a].[CaseId] = [s].[CaseId] AND [a].[ExpertId] = [s].[ExpertId] AND [a].[Version] = [s].[Version]
WHERE [a].[ExpertId] = @expertId
ORDER BY [a].[CaseId], [a].[ExpertId], [a].[Version], [s].[CaseId], [s].[ExpertId], [s].[Version]
GO
SELECT [a].[ExpertId], [a].[Version], [a].[ReceivedAt], [a].[SawBoard], [a].[Late], [a].[CaseRevision]
FROM [Answers] AS [a]
WHERE [a].[CaseId] = @caseId
GO
SELECT [a].[ExpertId], [a].[Version], [a].[SawBoard], [a].[Late], [s].[DiagnosisKey], [s].[Phrase], [s].[Rule]
FROM [Answers] AS [a]
INNER JOIN [Suggestions] AS [s] ON [a].[CaseId] = [s].[CaseId] AND [a].[ExpertId] = [s].[ExpertId] AND [a].[Version] = [s].[Version]
WHERE [a].[CaseId] = @stored_CaseId AND [a].[ReceivedAt] <= @stored_ComputedAt
GO
SELECT [a].[ExpertId], [a].[Version], [a].[SawBoard], [a].[Late], [s].[RankGroup], [s].[DiagnosisKey], [s].[Phrase], [s].[Rule]
FROM [Answers] AS [a]
INNER JOIN [Suggestions] AS [s] ON [a].[CaseId] = [s].[CaseId] AND [a].[ExpertId] = [s].[ExpertId] AND [a].[Version] = [s].[Version]
WHERE [a].[CaseId] = @stored_CaseId AND [a].[ReceivedAt] <= @stored_ComputedAt
GO
SELECT [a].[Id], [a].[AccountId], [a].[CreatedAt], [a].[ExpiresAt], [a].[Name], [a].[RevokedAt], [a].[Scopes], [a].[SecretHash]
FROM [ApiKeys] AS [a]
WHERE [a].[AccountId] = @accountId
GO
SELECT [a].[Id], [a].[AccountId], [a].[CreatedAt], [a].[ExpiresAt], [a].[Name], [a].[RevokedAt], [a].[Scopes], [a].[SecretHash]
FROM [ApiKeys] AS [a]
WHERE [a].[AccountId] = @accountId AND [a].[RevokedAt] IS NULL
ORDER BY [a].[CreatedAt]
GO
SELECT [a].[Id], [a].[ClaimType], [a].[ClaimValue], [a].[UserId]
FROM [AspNetUserClaims] AS [a]
WHERE [a].[UserId] = @user_Id
GO
SELECT [a].[Id], [a].[DisplayName]
FROM [ExpertPreferences] AS [e]
INNER JOIN [Accounts] AS [a] ON [e].[ExpertId] = [a].[Id]
WHERE [e].[ExpertId] IN (@experts1, @experts2) AND [e].[ShownName] = 1
GO
SELECT [a].[NextTest]
FROM [Answers] AS [a]
WHERE [a].[CaseId] = @stored_CaseId AND [a].[ReceivedAt] <= @stored_ComputedAt AND [a].[NextTest] IS NOT NULL AND [a].[Late] = CAST(0 AS bit) AND NOT EXISTS (
    SELECT 1
    FROM [Answers] AS [a0]
    WHERE [a0].[CaseId] = [a].[CaseId] AND [a0].[ExpertId] = [a].[ExpertId] AND [a0].[Version] > [a].[Version] AND [a0].[Late] = CAST(0 AS bit) AND [a0].[ReceivedAt] <= @stored_ComputedAt2)
GO
SELECT [a].[NormalizedEmail]
FROM [Accounts] AS [a]
WHERE [a].[NormalizedEmail] IN (@emails1, @emails2)
GO
SELECT [c1].[Id], [c1].[AgeBand], [c1].[AgeYears], [c1].[AnswerWanted], [c1].[AuthorId], [c1].[ClosedAt], [c1].[EmergencyAcknowledgedAt], [c1].[Examination], [c1].[History], [c1].[IdempotencyKey], [c1].[Investigations], [c1].[Language], [c1].[PostedAt], [c1].[Presentation], [c1].[Question], [c1].[RequestHash], [c1].[RevealedAtRevision], [c1].[Revision], [c1].[Sex], [c1].[Specialties], [c1].[Status], [c1].[Title], [c1].[WithdrawnAt], [c1].[Permission_AttestedAt], [c1].[Permission_AttestedBy], [c1].[Permission_Basis], [c1].[Permission_NarrowedAt], [c1].[Permission_Scope], [c0].[CaseId], [c0].[NetworkId]
FROM (
    SELECT TOP(2) [c].[Id], [c].[AgeBand], [c].[AgeYears], [c].[AnswerWanted], [c].[AuthorId], [c].[ClosedAt], [c].[EmergencyAcknowledgedAt], [c].[Examination], [c].[History], [c].[IdempotencyKey], [c].[Investigations], [c].[Language], [c].[PostedAt], [c].[Presentation], [c].[Question], [c].[RequestHash], [c].[RevealedAtRevision], [c].[Revision], [c].[Sex], [c].[Specialties], [c].[Status], [c].[Title], [c].[WithdrawnAt], [c].[Permission_AttestedAt], [c].[Permission_AttestedBy], [c].[Permission_Basis], [c].[Permission_NarrowedAt], [c].[Permission_Scope]
    FROM [ClinicalCases] AS [c]
    WHERE [c].[Id] = @caseId
) AS [c1]
LEFT JOIN [CaseTargets] AS [c0] ON [c1].[Id] = [c0].[CaseId]
ORDER BY [c1].[Id], [c0].[CaseId]
GO
SELECT [c].[CaseId], [c].[ExpertId], [c].[Number]
FROM [CasePseudonyms] AS [c]
WHERE [c].[CaseId] = @caseId AND [c].[ExpertId] IN (@experts1, @experts2)
GO
SELECT [c].[CaseId], [c].[ExpertId], [c].[Number]
FROM [CasePseudonyms] AS [c]
WHERE [c].[ExpertId] = @expertId
GO
SELECT [c].[CaseId], [c].[Revision], [c].[At], [c].[RevealsDiagnosis], [c].[Text]
FROM [CaseAddenda] AS [c]
WHERE [c].[CaseId] = @caseId
GO
SELECT [c].[ExpertId], [c].[Number]
FROM [CasePseudonyms] AS [c]
WHERE [c].[CaseId] = @caseId
GO
SELECT [c].[Id]
FROM [ClinicalCases] AS [c]
WHERE [c].[AuthorId] = @accountId AND [c].[Status] <> 2
GO
SELECT [c].[Id]
FROM [ClinicalCases] AS [c]
WHERE [c].[Status] = 0 AND EXISTS (
    SELECT 1
    FROM [Answers] AS [a]
    WHERE [a].[CaseId] = [c].[Id] AND [a].[ExpertId] = @expertId)
GO
SELECT [c].[Id], [c].[AskedAt], [c].[CaseId], [c].[ExpertId], [c].[RepliedAt], [c].[Reply], [c].[Revision], [c].[Text]
FROM [CaseQuestions] AS [c]
WHERE [c].[CaseId] = @caseId
GO
SELECT [c].[Id], [c].[AskedAt], [c].[CaseId], [c].[ExpertId], [c].[RepliedAt], [c].[Reply], [c].[Revision], [c].[Text]
FROM [CaseQuestions] AS [c]
WHERE [c].[ExpertId] = @accountId AND [c].[Text] <> N''
GO
SELECT [c].[Id], [c].[Text], [c].[Reply], [c].[Revision], CASE
    WHEN [c].[ExpertId] = @caller_Id THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
FROM [CaseQuestions] AS [c]
WHERE [c].[CaseId] = @caseId
ORDER BY [c].[AskedAt], [c].[Id]
GO
SELECT [c].[Id], [c].[Text], [c].[Reply], [c].[Revision], CASE
    WHEN [c].[ExpertId] = @caller_Id THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
FROM [CaseQuestions] AS [c]
WHERE [c].[CaseId] = @caseId AND ([c].[RepliedAt] IS NOT NULL OR [c].[ExpertId] = @caller_Id)
ORDER BY [c].[AskedAt], [c].[Id]
GO
SELECT [c].[Revision], [c].[Text], [c].[At], [c].[RevealsDiagnosis]
FROM [CaseAddenda] AS [c]
WHERE [c].[CaseId] = @caseId
ORDER BY [c].[Revision]
GO
SELECT [d].[CaseId], [d].[ExpertId], [d].[DeclinedAt], [d].[Reason], [d].[ReviewedAt], [d].[ReviewedBy]
FROM [Declines] AS [d]
WHERE [d].[Reason] = 4 AND [d].[ReviewedAt] IS NULL AND [d].[CaseId] = @caseId
GO
SELECT [d].[ExpertId]
FROM [Declines] AS [d]
WHERE [d].[CaseId] = @caseId AND [d].[Reason] = 3
GO
SELECT [e0].[Id], [e0].[AllowsHour], [e0].[Country], [e0].[CreatedAt], [e0].[Description], [e0].[JoinPolicy], [e0].[Languages], [e0].[Name], [e0].[NormalizedName], [e0].[Rules], [e0].[Specialties], [n0].[NetworkId], [n0].[AccountId]
FROM (
    SELECT TOP(2) [e].[Id], [e].[AllowsHour], [e].[Country], [e].[CreatedAt], [e].[Description], [e].[JoinPolicy], [e].[Languages], [e].[Name], [e].[NormalizedName], [e].[Rules], [e].[Specialties]
    FROM [ExpertNetworks] AS [e]
    WHERE [e].[Id] = @networkId AND EXISTS (
        SELECT 1
        FROM [NetworkCurators] AS [n]
        WHERE [e].[Id] = [n].[NetworkId] AND [n].[AccountId] = @caller_Id)
) AS [e0]
LEFT JOIN [NetworkCurators] AS [n0] ON [e0].[Id] = [n0].[NetworkId]
ORDER BY [e0].[Id], [n0].[NetworkId]
GO
SELECT [e0].[Id], [e0].[AllowsHour], [e0].[Country], [e0].[CreatedAt], [e0].[Description], [e0].[JoinPolicy], [e0].[Languages], [e0].[Name], [e0].[NormalizedName], [e0].[Rules], [e0].[Specialties], [n].[NetworkId], [n].[AccountId]
FROM (
    SELECT TOP(2) [e].[Id], [e].[AllowsHour], [e].[Country], [e].[CreatedAt], [e].[Description], [e].[JoinPolicy], [e].[Languages], [e].[Name], [e].[NormalizedName], [e].[Rules], [e].[Specialties]
    FROM [ExpertNetworks] AS [e]
    WHERE [e].[Id] = @networkId
) AS [e0]
LEFT JOIN [NetworkCurators] AS [n] ON [e0].[Id] = [n].[NetworkId]
ORDER BY [e0].[Id], [n].[NetworkId]
GO
SELECT [e].[Id], [e].[AllowsHour]
FROM [ExpertNetworks] AS [e]
WHERE ([e].[JoinPolicy] <> 2 OR EXISTS (
    SELECT 1
    FROM [NetworkCurators] AS [n]
    WHERE [e].[Id] = [n].[NetworkId] AND [n].[AccountId] = @viewerId) OR EXISTS (
    SELECT 1
    FROM [Memberships] AS [m]
    WHERE [m].[NetworkId] = [e].[Id] AND [m].[ExpertId] = @viewerId)) AND [e].[Id] IN (@wanted1, @wanted2)
GO
SELECT [e].[Id], [e].[JoinPolicy]
FROM [CaseTargets] AS [c]
INNER JOIN [ExpertNetworks] AS [e] ON [c].[NetworkId] = [e].[Id]
WHERE [c].[CaseId] = @caseId
GO
SELECT [i].[CaseId], [i].[ExpertId], [i].[InvitedAt], [i].[NetworkId], [i].[Reason], [i].[WaveNumber]
FROM [Invitations] AS [i]
WHERE [i].[CaseId] = @caseId AND [i].[ExpertId] IN (@experts1, @experts2)
GO
SELECT [m0].[ExpertId], [a].[DisplayName], [m0].[Status], [m0].[OptedInAt], CASE
    WHEN [m0].[VerifiedBy] IS NOT NULL THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END, [m0].[VerifiedUntil], [m0].[ChangedAt]
FROM (
    SELECT TOP(@p) [m].[ExpertId], [m].[ChangedAt], [m].[OptedInAt], [m].[Status], [m].[VerifiedBy], [m].[VerifiedUntil]
    FROM [Memberships] AS [m]
    WHERE [m].[NetworkId] = @networkId
    ORDER BY [m].[ChangedAt] DESC, [m].[ExpertId] DESC
) AS [m0]
INNER JOIN [Accounts] AS [a] ON [m0].[ExpertId] = [a].[Id]
ORDER BY [m0].[ChangedAt] DESC, [m0].[ExpertId] DESC
GO
SELECT [m0].[ExpertId], [a].[DisplayName], [m0].[Status], [m0].[OptedInAt], CASE
    WHEN [m0].[VerifiedBy] IS NOT NULL THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END, [m0].[VerifiedUntil], [m0].[ChangedAt]
FROM (
    SELECT TOP(@p) [m].[ExpertId], [m].[ChangedAt], [m].[OptedInAt], [m].[Status], [m].[VerifiedBy], [m].[VerifiedUntil]
    FROM [Memberships] AS [m]
    WHERE [m].[NetworkId] = @networkId AND ([m].[ChangedAt] < @last_At OR ([m].[ChangedAt] = @last_At AND [m].[ExpertId] < @last_Id))
    ORDER BY [m].[ChangedAt] DESC, [m].[ExpertId] DESC
) AS [m0]
INNER JOIN [Accounts] AS [a] ON [m0].[ExpertId] = [a].[Id]
ORDER BY [m0].[ChangedAt] DESC, [m0].[ExpertId] DESC
GO
SELECT [m0].[ExpertId], [a].[DisplayName], [m0].[Status], [m0].[OptedInAt], CASE
    WHEN [m0].[VerifiedBy] IS NOT NULL THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END, [m0].[VerifiedUntil], [m0].[ChangedAt]
FROM (
    SELECT TOP(@p) [m].[ExpertId], [m].[ChangedAt], [m].[OptedInAt], [m].[Status], [m].[VerifiedBy], [m].[VerifiedUntil]
    FROM [Memberships] AS [m]
    WHERE [m].[NetworkId] = @networkId AND [m].[Status] = @status
    ORDER BY [m].[ChangedAt] DESC, [m].[ExpertId] DESC
) AS [m0]
INNER JOIN [Accounts] AS [a] ON [m0].[ExpertId] = [a].[Id]
ORDER BY [m0].[ChangedAt] DESC, [m0].[ExpertId] DESC
GO
SELECT [m].[ExpertId]
FROM [Memberships] AS [m]
WHERE [m].[NetworkId] = @networkId AND [m].[Status] = 2 AND ([m].[VerifiedUntil] IS NULL OR [m].[VerifiedUntil] > @now) AND [m].[ExpertId] >= @from
ORDER BY [m].[ExpertId]
OFFSET @p ROWS FETCH NEXT 1 ROWS ONLY
GO
SELECT [m].[ExpertId]
FROM [Memberships] AS [m]
WHERE [m].[NetworkId] = @networkId AND [m].[Status] = 2 AND [m].[ExpertId] >= @from
ORDER BY [m].[ExpertId]
OFFSET @p ROWS FETCH NEXT 1 ROWS ONLY
GO
SELECT [m].[NetworkId]
FROM [Memberships] AS [m]
WHERE [m].[ExpertId] = @accountId
GO
SELECT [o0].[CaseId], [o0].[Version], [o0].[Basis], [o0].[EstablishedAfterDays], [o0].[FromBoard], [o0].[RecordedAt], [o0].[RecordedBy], [o0].[SawBoard], [o0].[Status], [r].[CaseId], [r].[Version], [r].[Ordinal], [r].[CodingCode], [r].[CodingSystem], [r].[Text]
FROM (
    SELECT TOP(2) [o].[CaseId], [o].[Version], [o].[Basis], [o].[EstablishedAfterDays], [o].[FromBoard], [o].[RecordedAt], [o].[RecordedBy], [o].[SawBoard], [o].[Status]
    FROM [Outcomes] AS [o]
    WHERE [o].[CaseId] = @caseId AND [o].[Version] = @version
) AS [o0]
LEFT JOIN [ReferenceDiagnoses] AS [r] ON [o0].[CaseId] = [r].[CaseId] AND [o0].[Version] = [r].[Version]
ORDER BY [o0].[CaseId], [o0].[Version], [r].[CaseId], [r].[Version]
GO
SELECT [s].[ExpertId], [s].[Version], [s].[RankGroup], [s].[DiagnosisKey], [s].[Dangerous], [s].[TerminologyVersion]
FROM [Suggestions] AS [s]
WHERE [s].[CaseId] = @caseId
GO
SELECT [t].[ExpertId], [t].[CaseId], [t].[Expected], [t].[Hit], [t].[VerdictAt]
FROM [TrackRecords] AS [t]
WHERE [t].[CaseId] = @caseId
GO
SELECT [v].[CaseId], [v].[OutcomeVersion], [v].[DiagnosisKey], [v].[Confirmed], [v].[ConfirmedAt], [v].[ConfirmedBy], [v].[Proposed]
FROM [Verdicts] AS [v]
WHERE [v].[CaseId] = @caseId AND [v].[OutcomeVersion] = @outcome_Version
GO
SELECT [v].[CaseId], [v].[OutcomeVersion], [v].[DiagnosisKey], [v].[Confirmed], [v].[ConfirmedAt], [v].[ConfirmedBy], [v].[Proposed]
FROM [Verdicts] AS [v]
WHERE [v].[CaseId] = @caseId AND [v].[OutcomeVersion] = @version
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
DELETE FROM [Answers]
OUTPUT 1
WHERE [CaseId] = @p0 AND [ExpertId] = @p1 AND [Version] = @p2;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
DELETE FROM [ApiKeys]
OUTPUT 1
WHERE [Id] = @p0;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
DELETE FROM [CasePseudonyms]
OUTPUT 1
WHERE [CaseId] = @p0 AND [ExpertId] = @p1;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
DELETE FROM [NetworkCurators]
OUTPUT 1
WHERE [AccountId] = @p0 AND [NetworkId] = @p1;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
DELETE FROM [Suggestions]
OUTPUT 1
WHERE [CaseId] = @p0 AND [ExpertId] = @p1 AND [Ordinal] = @p2 AND [Version] = @p3;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
DELETE FROM [TrackRecords]
OUTPUT 1
WHERE [CaseId] = @p0 AND [ExpertId] = @p1;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [Accounts] ([Id], [AccessFailedCount], [ConcurrencyStamp], [CreatedAt], [DisplayName], [Email], [EmailConfirmed], [ErasedAt], [LockoutEnabled], [LockoutEnd], [NormalizedEmail], [NormalizedUserName], [PasswordHash], [PhoneNumber], [PhoneNumberConfirmed], [Roles], [SecurityStamp], [Simulated], [TwoFactorEnabled], [UserName])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [Answers] ([CaseId], [ExpertId], [Version], [Assistance], [CaseRevision], [ContentHash], [Late], [NextTest], [Rationale], [ReceivedAt], [SawBoard])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [ApiKeys] ([Id], [AccountId], [CreatedAt], [ExpiresAt], [Name], [RevokedAt], [Scopes], [SecretHash])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [AuditEntries] ([Id], [Action], [ActorId], [At], [Hash], [Reason], [Sequence], [SubjectId])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [BoardViews] ([CaseId], [ViewerId], [FirstSeenAt])
VALUES (@p0, @p1, @p2);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [CaseAddenda] ([CaseId], [Revision], [At], [RevealsDiagnosis], [Text])
VALUES (@p0, @p1, @p2, @p3, @p4);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [CasePseudonyms] ([CaseId], [ExpertId], [Number])
VALUES (@p0, @p1, @p2);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [CaseQuestions] ([Id], [AskedAt], [CaseId], [ExpertId], [RepliedAt], [Reply], [Revision], [Text])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [CaseTargets] ([CaseId], [NetworkId])
VALUES (@p0, @p1);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [CaseTimings] ([CaseId], [DifferentialVersion], [PrefixDigest], [SettledCheckedAnswers], [SettledTicks])
VALUES (@p0, @p1, @p2, @p3, @p4);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [ClinicalCases] ([Id], [AgeBand], [AgeYears], [AnswerWanted], [AuthorId], [ClosedAt], [EmergencyAcknowledgedAt], [Examination], [History], [IdempotencyKey], [Investigations], [Language], [PostedAt], [Presentation], [Question], [RequestHash], [RevealedAtRevision], [Revision], [Sex], [Specialties], [Status], [Title], [WithdrawnAt], [Permission_AttestedAt], [Permission_AttestedBy], [Permission_Basis], [Permission_NarrowedAt], [Permission_Scope])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23, @p24, @p25, @p26, @p27);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [Declines] ([CaseId], [ExpertId], [DeclinedAt], [Reason], [ReviewedAt], [ReviewedBy])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [Differentials] ([CaseId], [Version], [Answers], [Board], [ComputedAt], [InputDigest], [Settled])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [ExpertNetworks] ([Id], [AllowsHour], [Country], [CreatedAt], [Description], [JoinPolicy], [Languages], [Name], [NormalizedName], [Rules], [Specialties])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [ExpertPreferences] ([ExpertId], [ResearchConsentAt], [ShownName], [TimeZone])
VALUES (@p0, @p1, @p2, @p3);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [InboxMessages] ([Endpoint], [MessageId], [ConsumedAt])
VALUES (@p0, @p1, @p2);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [Leases] ([Name], [HeldUntil], [Holder])
VALUES (@p0, @p1, @p2);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [Memberships] ([ExpertId], [NetworkId], [ChangedAt], [OptedInAt], [Status], [VerifiedBy], [VerifiedUntil])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [NetworkCurators] ([AccountId], [NetworkId])
VALUES (@p0, @p1);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [OutboxMessages] ([Id], [Body], [CreatedAt], [TraceParent], [Type])
VALUES (@p0, @p1, @p2, @p3, @p4);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [Outcomes] ([CaseId], [Version], [Basis], [EstablishedAfterDays], [FromBoard], [RecordedAt], [RecordedBy], [SawBoard], [Status])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [ReferenceDiagnoses] ([CaseId], [Ordinal], [Version], [CodingCode], [CodingSystem], [Text])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [Suggestions] ([CaseId], [ExpertId], [Ordinal], [Version], [CodingCode], [CodingSystem], [Confidence], [Dangerous], [DiagnosisKey], [Phrase], [RankGroup], [Rule], [TerminologyVersion])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [TrackRecords] ([CaseId], [ExpertId], [Expected], [Hit], [VerdictAt])
VALUES (@p0, @p1, @p2, @p3, @p4);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [Verdicts] ([CaseId], [DiagnosisKey], [OutcomeVersion], [Confirmed], [ConfirmedAt], [ConfirmedBy], [Proposed])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [Waves] ([CaseId], [Number], [Chunks], [PlannedAt])
VALUES (@p0, @p1, @p2, @p3);
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [Accounts] SET [AccessFailedCount] = @p0, [ConcurrencyStamp] = @p1, [CreatedAt] = @p2, [DisplayName] = @p3, [Email] = @p4, [EmailConfirmed] = @p5, [ErasedAt] = @p6, [LockoutEnabled] = @p7, [LockoutEnd] = @p8, [NormalizedEmail] = @p9, [NormalizedUserName] = @p10, [PasswordHash] = @p11, [PhoneNumber] = @p12, [PhoneNumberConfirmed] = @p13, [Roles] = @p14, [SecurityStamp] = @p15, [Simulated] = @p16, [TwoFactorEnabled] = @p17, [UserName] = @p18
OUTPUT 1
WHERE [Id] = @p19 AND [ConcurrencyStamp] = @p20;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [Accounts] SET [DisplayName] = @p0, [Email] = @p1, [ErasedAt] = @p2, [LockoutEnd] = @p3, [NormalizedEmail] = @p4, [NormalizedUserName] = @p5, [PasswordHash] = @p6, [Roles] = @p7, [SecurityStamp] = @p8, [UserName] = @p9
OUTPUT 1
WHERE [Id] = @p10 AND [ConcurrencyStamp] = @p11;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [Accounts] SET [DisplayName] = @p0, [Email] = @p1, [ErasedAt] = @p2, [LockoutEnd] = @p3, [NormalizedEmail] = @p4, [NormalizedUserName] = @p5, [Roles] = @p6, [SecurityStamp] = @p7, [UserName] = @p8
OUTPUT 1
WHERE [Id] = @p9 AND [ConcurrencyStamp] = @p10;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [AuditEntries] SET [Hash] = @p0, [Sequence] = @p1
OUTPUT 1
WHERE [Id] = @p2;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [CaseAddenda] SET [Text] = @p0
OUTPUT 1
WHERE [CaseId] = @p1 AND [Revision] = @p2;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [CaseQuestions] SET [RepliedAt] = @p0, [Reply] = @p1, [Revision] = @p2
OUTPUT 1
WHERE [Id] = @p3;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [CaseQuestions] SET [Reply] = @p0, [Text] = @p1
OUTPUT 1
WHERE [Id] = @p2;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [CaseQuestions] SET [Text] = @p0
OUTPUT 1
WHERE [Id] = @p1;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [CaseTimings] SET [DifferentialVersion] = @p0
OUTPUT 1
WHERE [CaseId] = @p1;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [CaseTimings] SET [DifferentialVersion] = @p0, [PrefixDigest] = @p1
OUTPUT 1
WHERE [CaseId] = @p2;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [CaseTimings] SET [DifferentialVersion] = @p0, [PrefixDigest] = @p1, [SettledCheckedAnswers] = @p2
OUTPUT 1
WHERE [CaseId] = @p3;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [CaseTimings] SET [DifferentialVersion] = @p0, [PrefixDigest] = @p1, [SettledCheckedAnswers] = @p2, [SettledTicks] = @p3
OUTPUT 1
WHERE [CaseId] = @p4;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [ClinicalCases] SET [ClosedAt] = @p0, [Examination] = @p1, [History] = @p2, [Investigations] = @p3, [Presentation] = @p4, [Question] = @p5, [Revision] = @p6, [Status] = @p7, [Title] = @p8, [WithdrawnAt] = @p9, [Permission_NarrowedAt] = @p10, [Permission_Scope] = @p11
OUTPUT 1
WHERE [Id] = @p12 AND [Revision] = @p13 AND [Status] = @p14;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [ClinicalCases] SET [ClosedAt] = @p0, [Presentation] = @p1, [Revision] = @p2, [Status] = @p3, [Title] = @p4, [WithdrawnAt] = @p5, [Permission_NarrowedAt] = @p6, [Permission_Scope] = @p7
OUTPUT 1
WHERE [Id] = @p8 AND [Revision] = @p9 AND [Status] = @p10;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [ClinicalCases] SET [ClosedAt] = @p0, [Revision] = @p1, [Status] = @p2
OUTPUT 1
WHERE [Id] = @p3 AND [Revision] = @p4 AND [Status] = @p5;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [ClinicalCases] SET [ClosedAt] = @p0, [Revision] = @p1, [Status] = @p2, [Permission_NarrowedAt] = @p3, [Permission_Scope] = @p4
OUTPUT 1
WHERE [Id] = @p5 AND [Revision] = @p6 AND [Status] = @p7;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [ClinicalCases] SET [Permission_NarrowedAt] = @p0, [Permission_Scope] = @p1
OUTPUT 1
WHERE [Id] = @p2 AND [Revision] = @p3 AND [Status] = @p4;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [ClinicalCases] SET [Presentation] = @p0, [Revision] = @p1, [Status] = @p2, [Title] = @p3, [WithdrawnAt] = @p4, [Permission_NarrowedAt] = @p5, [Permission_Scope] = @p6
OUTPUT 1
WHERE [Id] = @p7 AND [Revision] = @p8 AND [Status] = @p9;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [ClinicalCases] SET [RevealedAtRevision] = @p0, [Revision] = @p1
OUTPUT 1
WHERE [Id] = @p2 AND [Revision] = @p3 AND [Status] = @p4;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [ClinicalCases] SET [Revision] = @p0
OUTPUT 1
WHERE [Id] = @p1 AND [Revision] = @p2 AND [Status] = @p3;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [Declines] SET [ReviewedAt] = @p0, [ReviewedBy] = @p1
OUTPUT 1
WHERE [CaseId] = @p2 AND [ExpertId] = @p3;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [ExpertNetworks] SET [Country] = @p0, [Description] = @p1, [Name] = @p2, [NormalizedName] = @p3, [Rules] = @p4
OUTPUT 1
WHERE [Id] = @p5;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [ExpertNetworks] SET [Country] = @p0, [Description] = @p1, [Rules] = @p2
OUTPUT 1
WHERE [Id] = @p3;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [ExpertNetworks] SET [Description] = @p0
OUTPUT 1
WHERE [Id] = @p1;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [ExpertNetworks] SET [Description] = @p0, [Rules] = @p1
OUTPUT 1
WHERE [Id] = @p2;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [ExpertNetworks] SET [Name] = @p0, [NormalizedName] = @p1
OUTPUT 1
WHERE [Id] = @p2;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [ExpertNetworks] SET [Rules] = @p0
OUTPUT 1
WHERE [Id] = @p1;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [ExpertPreferences] SET [ResearchConsentAt] = @p0
OUTPUT 1
WHERE [ExpertId] = @p1;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [ExpertPreferences] SET [TimeZone] = @p0
OUTPUT 1
WHERE [ExpertId] = @p1;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [Memberships] SET [ChangedAt] = @p0, [OptedInAt] = @p1, [Status] = @p2
OUTPUT 1
WHERE [ExpertId] = @p3 AND [NetworkId] = @p4 AND [Status] = @p5;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [Memberships] SET [ChangedAt] = @p0, [Status] = @p1
OUTPUT 1
WHERE [ExpertId] = @p2 AND [NetworkId] = @p3 AND [Status] = @p4;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [Memberships] SET [ChangedAt] = @p0, [Status] = @p1, [VerifiedBy] = @p2
OUTPUT 1
WHERE [ExpertId] = @p3 AND [NetworkId] = @p4 AND [Status] = @p5;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [Memberships] SET [VerifiedBy] = @p0
OUTPUT 1
WHERE [ExpertId] = @p1 AND [NetworkId] = @p2 AND [Status] = @p3;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [Memberships] SET [VerifiedBy] = @p0, [VerifiedUntil] = @p1
OUTPUT 1
WHERE [ExpertId] = @p2 AND [NetworkId] = @p3 AND [Status] = @p4;
GO
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [Verdicts] SET [Confirmed] = @p0, [ConfirmedAt] = @p1, [ConfirmedBy] = @p2
OUTPUT 1
WHERE [CaseId] = @p3 AND [DiagnosisKey] = @p4 AND [OutcomeVersion] = @p5;
GO
UPDATE [a]
SET [a].[Rationale] = @p,
    [a].[NextTest] = @p0
FROM [Answers] AS [a]
WHERE [a].[CaseId] = @caseId
GO
UPDATE [a]
SET [a].[RevokedAt] = @p
FROM [ApiKeys] AS [a]
WHERE [a].[Id] = @keyId AND [a].[AccountId] = @accountId AND [a].[RevokedAt] IS NULL
GO
UPDATE [l]
SET [l].[Holder] = @p,
    [l].[HeldUntil] = @p4
FROM [Leases] AS [l]
WHERE [l].[Name] = @name AND ([l].[Holder] = @holder OR [l].[HeldUntil] <= @now)
GO
