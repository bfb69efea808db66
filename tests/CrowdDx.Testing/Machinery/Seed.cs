using CrowdDx.Data.Accounts;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;

namespace CrowdDx.Testing.Machinery;

/// <summary>Rows as the service would have written them, but without a message about any.</summary>
public static class Seed
{
    /// <summary>When everything happened that has no time of its own.</summary>
    public static readonly DateTimeOffset Then = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>Ids in no order.</summary>
    public static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }

    public static Account Account(Guid id, AccountRoles roles = AccountRoles.Expert)
        => new()
        {
            Id = id,
            UserName = $"{id:N}",
            NormalizedUserName = $"{id:N}",
            NormalizedEmail = $"{id:N}@EXAMPLE.ORG",
            Email = $"{id:N}@example.org",
            DisplayName = "Somebody",
            Roles = roles,
            CreatedAt = Then,
        };

    public static ExpertNetwork Network(Guid id, JoinPolicy policy = JoinPolicy.Open, DateTimeOffset? at = null)
        => new()
        {
            Id = id,
            Name = $"{id:N}",
            NormalizedName = $"{id:N}",
            Description = "A network.",
            Rules = "",
            Specialties = ["general"],
            Languages = ["en"],
            JoinPolicy = policy,
            CreatedAt = at ?? Then,
        };

    public static Membership Member(Guid networkId, Guid expertId)
    {
        var membership = new Membership { NetworkId = networkId, ExpertId = expertId };
        membership.OptIn(JoinPolicy.Open, Then);
        return membership;
    }

    public static ClinicalCase Case(Guid id, Guid authorId, params Guid[] networks)
        => new()
        {
            Id = id,
            AuthorId = authorId,
            Title = "A case",
            Presentation = "Fever.",
            Specialties = ["general"],
            Language = "en",
            Permission = Permission.Attest(PermissionBasis.Fictitious, PermissionScope.Answers | PermissionScope.Teaching, authorId, Then),
            PostedAt = Then,
            Targets = [.. networks.Select(network => new CaseTarget { CaseId = id, NetworkId = network })],
        };

    public static Invitation Invitation(Guid caseId, Guid expertId, Guid networkId)
        => new() { CaseId = caseId, ExpertId = expertId, NetworkId = networkId, WaveNumber = 1, InvitedAt = Then.AddMinutes(1) };

    /// <summary>An answer of rank groups; tied diagnoses are separated by a bar.</summary>
    public static Answer Answer(Guid caseId, Guid expertId, DateTimeOffset at, params string[] groups)
        => new()
        {
            CaseId = caseId,
            ExpertId = expertId,
            Version = 1,
            ReceivedAt = at,
            CaseRevision = 1,
            ContentHash = new byte[32],
            Rationale = "Because.",
            NextTest = "Biopsy",
            Suggestions = [.. groups
                .SelectMany((group, rank) => group.Split('|').Select(phrase => (Phrase: phrase, Rank: rank + 1)))
                .Select((item, i) => new Suggestion
                {
                    CaseId = caseId, ExpertId = expertId, Version = 1, Ordinal = i + 1, RankGroup = item.Rank, Phrase = item.Phrase,
                    DiagnosisKey = $"n:{item.Phrase}", Rule = "normalForm", TerminologyVersion = "core/1",
                })],
        };
}
