using CrowdDx.Data.Accounts;
using CrowdDx.Data.FanOut;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Benchmarks.Staging;

/// <summary>Rows that HTTP would take minutes to make, written through the service's own context.</summary>
internal static class Seeding
{
    private const int Chunk = 2_000;

    /// <summary>Experts who are active members of a network. They have no keys, since nobody signs in as them.</summary>
    /// <returns>Their ids in the database's order.</returns>
    public static async Task<List<Guid>> JoinMembersAsync(this Stage stage, Guid networkId, int count)
    {
        var now = DateTimeOffset.UnixEpoch;
        foreach (var chunk in Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).Chunk(Chunk))
        {
            await stage.InScopeAsync(async (_, db) =>
            {
                foreach (var id in chunk)
                {
                    db.Accounts.Add(new()
                    {
                        Id = id,
                        UserName = $"{id:N}",
                        NormalizedUserName = $"{id:N}",
                        Email = $"{id:N}@example.org",
                        NormalizedEmail = $"{id:N}@EXAMPLE.ORG",
                        DisplayName = "Member",
                        Roles = AccountRoles.Expert,
                        CreatedAt = now,
                    });
                    var membership = new Membership { NetworkId = networkId, ExpertId = id };
                    membership.OptIn(JoinPolicy.Open, now);
                    db.Memberships.Add(membership);
                }
                return await db.SaveChangesAsync();
            });
        }
        return await stage.InScopeAsync((_, db)
            => db.Memberships.Where(m => m.NetworkId == networkId).OrderBy(m => m.ExpertId).Select(m => m.ExpertId).ToListAsync());
    }

    /// <summary>Puts a case before experts at once, so that they may answer.</summary>
    public static Task InviteAsync(this Stage stage, Guid caseId, Guid networkId, IEnumerable<Guid> experts)
        => stage.InScopeAsync(async (_, db) =>
        {
            db.Invitations.AddRange(experts.Select(expert => new Invitation { CaseId = caseId, ExpertId = expert, NetworkId = networkId, WaveNumber = 1, InvitedAt = DateTimeOffset.UnixEpoch }));
            return await db.SaveChangesAsync();
        });
}
