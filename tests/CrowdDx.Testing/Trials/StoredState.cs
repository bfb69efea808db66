using System.Text.Json.Nodes;
using CrowdDx.Data;
using CrowdDx.Data.FanOut;
using CrowdDx.Ranking;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Testing.Trials;

/// <summary>What is in the database of a running service, read beside it.</summary>
public sealed record StoredState(IReadOnlyList<Guid> Cases, IReadOnlyList<Guid> Waves, ILookup<Guid, Guid> Invitations, ILookup<Guid, StoredAnswer> Answers)
{
    /// <summary>Writes the memberships of experts who opted in to an open network, as the service would.</summary>
    public static async Task OptInAsync(CrowdDxDbContext db, Guid networkId, IEnumerable<Guid> experts)
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var expertId in experts)
        {
            var membership = new Membership { NetworkId = networkId, ExpertId = expertId };
            membership.OptIn(JoinPolicy.Open, now);
            db.Memberships.Add(membership);
        }
        await db.SaveChangesAsync();
    }

    /// <summary>Reads all of it.</summary>
    public static async Task<StoredState> ReadAsync(CrowdDxDbContext db)
    {
        var invitations = await db.Invitations.Select(i => new { i.CaseId, i.ExpertId }).ToListAsync();
        var answers = await db.Answers.AsNoTracking().Include(a => a.Suggestions).ToListAsync();
        return new(
            await db.ClinicalCases.Select(c => c.Id).ToListAsync(),
            await db.Waves.Select(w => w.CaseId).ToListAsync(),
            invitations.ToLookup(i => i.CaseId, i => i.ExpertId),
            answers.ToLookup(a => a.CaseId, a => new StoredAnswer(
                a.ExpertId, a.Version, a.ReceivedAt, a.SawBoard || a.Late,
                [.. a.Suggestions.GroupBy(s => s.RankGroup).OrderBy(g => g.Key).Select(g => string.Join('|', g.Select(s => s.Phrase)))],
                [.. a.Suggestions.GroupBy(s => s.RankGroup).OrderBy(g => g.Key).Select(g => g.Select(s => s.DiagnosisKey).ToList())])));
    }

    /// <summary>The differential that each expert's latest blind answer gives.</summary>
    public Differential Recompute(Guid caseId)
    {
        var latest = Answers[caseId].Where(answer => !answer.SawBoardOrLate).GroupBy(answer => answer.ExpertId).Select(versions => versions.MaxBy(answer => answer.Version)!);
        var pooled = Pooling.Pool([.. latest.Select(answer => new ExpertList(answer.ExpertId.ToString("N"), answer.ReceivedAt, answer.Keys))]);
        return new(
            pooled.Experts, pooled.Settled,
            string.Join('\n', pooled.Entries.Select(e => Differential.Line(e.Rank, e.Key, e.Score, e.Share, e.Stability, e.Experts, e.FirstSuggestedAt))));
    }
}

/// <summary>One version of an answer.</summary>
public sealed record StoredAnswer(
    Guid ExpertId, int Version, DateTimeOffset ReceivedAt, bool SawBoardOrLate, IReadOnlyList<string> Phrases, IReadOnlyList<IReadOnlyList<string>> Keys);

/// <summary>What makes two differentials equal: all but version and time of computing.</summary>
public sealed record Differential(int Answers, bool Settled, string Entries)
{
    /// <summary>Of what the service shows.</summary>
    public static Differential Of(JsonNode board)
        => new(
            (int)board["answers"]!, (bool)board["settled"]!,
            string.Join('\n', board["entries"]!.AsArray().Select(e => Line(
                (int)e!["rank"]!, (string)e["diagnosisId"]!, (double)e["score"]!, (double)e["share"]!, (double)e["stability"]!, (int)e["experts"]!,
                (DateTimeOffset)e["firstSuggestedAt"]!))));

    /// <summary>An entry as text, every number to its last bit.</summary>
    public static string Line(int rank, string key, double score, double share, double stability, int experts, DateTimeOffset firstAt)
        => FormattableString.Invariant($"{rank} {key} {score:R} {share:R} {stability:R} {experts} {firstAt:O}");
}
