using CrowdDx.Data;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.FanOut;
using CrowdDx.Testing;
using CrowdDx.Testing.Machinery;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.FanOut.Tests;

/// <summary>A stored case of an author before networks that share all their members.</summary>
internal sealed record Scene(Guid CaseId, Guid AuthorId, IReadOnlyList<Guid> Networks, IReadOnlyList<Guid> Experts)
{
    private static int _seed;

    public static async Task<Scene> StoreAsync(CrowdDxApplication app, int members, int networks, JoinPolicy policy = JoinPolicy.Open)
    {
        var random = new Random(Interlocked.Increment(ref _seed));
        var author = Seed.Account(Seed.Id(random), AccountRoles.Student);
        var experts = Enumerable.Range(0, members).Select(_ => Seed.Account(Seed.Id(random))).ToList();
        var pools = Enumerable.Range(0, networks).Select(_ => Seed.Network(Seed.Id(random), policy)).ToList();
        await app.StoreAsync([author, .. experts, .. pools]);
        await app.StoreAsync(pools.SelectMany(pool => experts.Select(expert => Seed.Member(pool.Id, expert.Id))));
        var posted = Seed.Case(Seed.Id(random), author.Id, [.. pools.Select(pool => pool.Id)]);
        await app.StoreAsync(posted);
        return new(posted.Id, author.Id, [.. pools.Select(pool => pool.Id)], [.. experts.Select(expert => expert.Id)]);
    }

    /// <summary>How many of the experts are invited; fails where somebody else is.</summary>
    public async Task<int> InvitedAsync(CrowdDxDbContext db)
    {
        var invited = await db.Invitations.Where(i => i.CaseId == CaseId).Select(i => i.ExpertId).ToListAsync();
        Assert.Subset(Experts.ToHashSet(), invited.ToHashSet());
        return invited.Count;
    }
}
