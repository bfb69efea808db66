using CrowdDx.Contracts;
using CrowdDx.Data.FanOut;
using CrowdDx.FanOut.Waves;
using CrowdDx.Testing;
using CrowdDx.Testing.Machinery;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.FanOut.Tests.Waves;

/// <summary>A case reaches every active member of its networks once, and nobody else.</summary>
public sealed class InvitingEveryMemberTests(ConsumerBench bench) : IClassFixture<ConsumerBench>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private CrowdDxApplication App => bench.Application;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(PlanFirstWaveConsumer.ChunkSize - 1, 1)]
    [InlineData(PlanFirstWaveConsumer.ChunkSize, 1)]
    [InlineData(PlanFirstWaveConsumer.ChunkSize + 1, 2)]
    [InlineData((2 * PlanFirstWaveConsumer.ChunkSize) + 234, 3)]
    public async Task Chunks_OfAnyNumberOfMembers_HoldEachMemberOnce(int members, int expected)
    {
        var scene = await Scene.StoreAsync(App, members, networks: 1);
        var chunks = await App.InDatabaseAsync(db => WaveChunks.OfAsync(db, scene.Networks[0], openToAll: true, Now, PlanFirstWaveConsumer.ChunkSize, default));
        Assert.Equal(expected, chunks.Count);
        var inOrder = await App.InDatabaseAsync(db => db.Memberships.Where(m => m.NetworkId == scene.Networks[0]).OrderBy(m => m.ExpertId).Select(m => m.ExpertId).ToListAsync());
        var firsts = inOrder.Chunk(PlanFirstWaveConsumer.ChunkSize).Select(chunk => chunk[0]).ToList();
        Assert.Equal(firsts.Zip(firsts.Skip(1).Append(Guid.AllBitsSet)), chunks);

        await PublishAsync(new CaseSubmitted(scene.CaseId));
        await WaitForWaveAsync(scene, expected);
        Assert.Equal(inOrder, await App.InDatabaseAsync(db => db.Invitations.Where(i => i.CaseId == scene.CaseId).OrderBy(i => i.ExpertId).Select(i => i.ExpertId).ToListAsync()));
    }

    [Fact]
    public async Task Case_BeforeTwoNetworksOfTheSameMembers_ReachesEachOnce()
    {
        const int Members = (2 * PlanFirstWaveConsumer.ChunkSize) + 100;
        var scene = await Scene.StoreAsync(App, Members, networks: 2);
        await PublishAsync(new CaseSubmitted(scene.CaseId));
        await WaitForWaveAsync(scene, chunks: 6);
        Assert.Equal(Members, await App.InDatabaseAsync(scene.InvitedAsync));
    }

    [Fact]
    public async Task Chunks_OfTwoNetworksAtOnce_InviteNobodyTwice()
    {
        var scene = await Scene.StoreAsync(App, members: 300, networks: 2);
        var ids = await App.InDatabaseAsync(db => db.Memberships.Where(m => m.NetworkId == scene.Networks[0]).OrderBy(m => m.ExpertId).Select(m => m.ExpertId).ToListAsync());
        var firsts = ids.Chunk(25).Select(chunk => chunk[0]).ToList();
        var messages = firsts.Zip(firsts.Skip(1).Append(Guid.AllBitsSet))
            .SelectMany(chunk => scene.Networks.Select(network => new InviteExperts(scene.CaseId, network, 1, chunk.First, chunk.Second))).ToList();
        await Task.WhenAll(messages.Select(PublishAsync));
        await Eventually.HoldsAsync(async () => await App.InDatabaseAsync(scene.InvitedAsync) == 300, "all to be invited");
        Assert.Empty(App.Log.Errors);
    }

    [Fact]
    public async Task Case_BeforeAVerifiedNetwork_ReachesActiveMembersWhoseVerificationHolds()
    {
        var scene = await Scene.StoreAsync(App, members: 0, networks: 1, JoinPolicy.VerifiedOnly);
        var (network, curator) = (scene.Networks[0], scene.AuthorId);
        Membership Member(DateTimeOffset? until, Action<Membership>? then = null)
        {
            var expert = Guid.CreateVersion7();
            var membership = new Membership { NetworkId = network, ExpertId = expert };
            membership.Verify(curator, until, JoinPolicy.VerifiedOnly, Seed.Then);
            membership.OptIn(JoinPolicy.VerifiedOnly, Seed.Then);
            then?.Invoke(membership);
            return membership;
        }

        Membership[] invited = [Member(until: null), Member(Now.AddDays(1))];
        var pending = new Membership { NetworkId = network, ExpertId = Guid.CreateVersion7() };
        pending.OptIn(JoinPolicy.VerifiedOnly, Seed.Then);
        var author = new Membership { NetworkId = network, ExpertId = scene.AuthorId };
        author.Verify(curator, null, JoinPolicy.VerifiedOnly, Seed.Then);
        author.OptIn(JoinPolicy.VerifiedOnly, Seed.Then);
        Membership[] all = [.. invited, Member(Now.AddDays(-1)), Member(null, m => m.Pause(Now)), Member(null, m => m.Leave(Now)), pending, author];
        await App.StoreAsync(all.Where(m => m.ExpertId != scene.AuthorId).Select(m => Seed.Account(m.ExpertId)));
        await App.StoreAsync(all);

        await PublishAsync(new CaseSubmitted(scene.CaseId));
        await WaitForWaveAsync(scene, chunks: 1);
        var found = await App.InDatabaseAsync(db => db.Invitations.Where(i => i.CaseId == scene.CaseId).Select(i => i.ExpertId).ToListAsync());
        Assert.Equal(invited.Select(m => m.ExpertId).ToHashSet(), found.ToHashSet());
    }

    [Fact]
    public async Task Member_WhoseVerificationRanOutAfterBeingActivated_IsNotInvitedByJoiningEither()
    {
        var scene = await Scene.StoreAsync(App, members: 0, networks: 1, JoinPolicy.VerifiedOnly);
        var expert = Seed.Account(Guid.CreateVersion7());
        var membership = new Membership { NetworkId = scene.Networks[0], ExpertId = expert.Id };
        membership.Verify(scene.AuthorId, Now.AddDays(-1), JoinPolicy.VerifiedOnly, Seed.Then);
        membership.OptIn(JoinPolicy.VerifiedOnly, Seed.Then);
        await App.StoreAsync(expert);
        await App.StoreAsync(membership);
        Assert.Equal(0, await App.InDatabaseAsync(db => InvitationStatements.InviteToOpenCasesAsync(db, scene.Networks[0], expert.Id, Now, default)));
    }

    [Fact]
    public async Task Author_WhoIsAMember_IsNotAsked()
    {
        var scene = await Scene.StoreAsync(App, members: 2, networks: 1);
        await App.StoreAsync(Seed.Member(scene.Networks[0], scene.AuthorId));
        await PublishAsync(new CaseSubmitted(scene.CaseId));
        await WaitForWaveAsync(scene, chunks: 1);
        Assert.Equal(2, await App.InDatabaseAsync(scene.InvitedAsync));
        Assert.Equal(0, await App.InDatabaseAsync(db => InvitationStatements.InviteToOpenCasesAsync(db, scene.Networks[0], scene.AuthorId, Now, default)));
    }

    private Task PublishAsync(object message) => App.Services.GetRequiredService<IBus>().Publish(message, message.GetType());

    private async Task WaitForWaveAsync(Scene scene, int chunks)
    {
        await Eventually.HoldsAsync(() => App.InDatabaseAsync(async db => await db.Waves.AnyAsync(w => w.CaseId == scene.CaseId)), "the wave");
        await Eventually.HoldsAsync(() => App.InDatabaseAsync(async db => !await db.OutboxMessages.AnyAsync()), "its chunks");
        var wave = await App.InDatabaseAsync(db => db.Waves.SingleAsync(w => w.CaseId == scene.CaseId));
        Assert.Equal((1, chunks), (wave.Number, wave.Chunks));
    }
}
