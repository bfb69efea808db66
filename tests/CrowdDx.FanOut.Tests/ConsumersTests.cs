using CrowdDx.Contracts;
using CrowdDx.Data.FanOut;
using CrowdDx.FanOut.Erasure;
using CrowdDx.FanOut.Waves;
using CrowdDx.Testing;
using CrowdDx.Testing.Machinery;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.FanOut.Tests;

/// <summary>Whatever is delivered again, and wherever a consumer breaks, the end is the same.</summary>
public sealed class ConsumersTests(ConsumerBench bench) : IClassFixture<ConsumerBench>
{
    private static readonly ConsumerTrial[] Trials =
    [
        new(typeof(PlanFirstWaveConsumer), typeof(CaseSubmitted), PlanAsync, "waves 1 of 2 chunks, invited 3 of 3"),
        new(typeof(InviteExpertsConsumer), typeof(InviteExperts), InviteAsync, "invited 3 of 3"),
        new(typeof(InviteNewMemberConsumer), typeof(MembershipActivated), JoinAsync, "invited to 2 of 2 open cases"),
        new(typeof(EraseExpertConsumer), typeof(AccountErased), EraseAsync, "memberships 0, curated 0, invitations 0, declines recognisePatient"),
    ];

    public static TheoryData<string> Consumers { get; } = [.. Trials.Select(trial => trial.Consumer.Name)];

    [Fact]
    public void EveryConsumer_HasATrial()
        => Assert.Equal(ConsumerBench.SubjectsOf(typeof(FanOutRegistration).Assembly).Order(), Trials.Select(trial => trial.Subject).Order());

    [Theory]
    [MemberData(nameof(Consumers))]
    public Task Consumer_WhenAMessageComesAgain_HasItsEffectOnce(string consumer) => bench.DeliverAgainAndAgainAsync(TrialOf(consumer));

    [Theory]
    [MemberData(nameof(Consumers))]
    public Task Consumer_WhereverItBreaks_LosesNothing(string consumer) => bench.BreakEachWriteAsync(TrialOf(consumer));

    private static ConsumerTrial TrialOf(string consumer) => Trials.Single(trial => trial.Consumer.Name == consumer);

    private static async Task<Setting> PlanAsync(CrowdDxApplication app)
    {
        var scene = await Scene.StoreAsync(app, members: 3, networks: 2);
        return new(new CaseSubmitted(scene.CaseId), async db =>
        {
            var waves = await db.Waves.Where(w => w.CaseId == scene.CaseId).ToListAsync();
            return $"waves {waves.Count} of {waves.Sum(w => w.Chunks)} chunks, invited {await scene.InvitedAsync(db)} of 3";
        });
    }

    private static async Task<Setting> InviteAsync(CrowdDxApplication app)
    {
        var scene = await Scene.StoreAsync(app, members: 3, networks: 1);
        var message = new InviteExperts(scene.CaseId, scene.Networks[0], 1, scene.Experts.MinBy(id => id.ToString("N"))!, Guid.AllBitsSet);
        return new(message, async db => $"invited {await scene.InvitedAsync(db)} of 3");
    }

    private static async Task<Setting> JoinAsync(CrowdDxApplication app)
    {
        var scene = await Scene.StoreAsync(app, members: 1, networks: 1);
        var second = Seed.Case(Guid.CreateVersion7(), scene.AuthorId, scene.Networks[0]);
        var closed = Seed.Case(Guid.CreateVersion7(), scene.AuthorId, scene.Networks[0]);
        closed.Close(Seed.Then);
        await app.StoreAsync(second, closed);
        Guid[] cases = [scene.CaseId, second.Id, closed.Id];
        return new(new MembershipActivated(scene.Networks[0], scene.Experts[0]), async db =>
        {
            var invited = await db.Invitations.Where(i => cases.Contains(i.CaseId)).ToListAsync();
            Assert.All(invited, invitation => Assert.Equal((scene.Experts[0], InvitationReason.JoinedNetwork), (invitation.ExpertId, invitation.Reason)));
            return $"invited to {invited.Count(i => i.CaseId != closed.Id)} of {invited.Count} open cases";
        });
    }

    private static async Task<Setting> EraseAsync(CrowdDxApplication app)
    {
        var scene = await Scene.StoreAsync(app, members: 1, networks: 2);
        var (expert, other) = (scene.Experts[0], Seed.Case(Guid.CreateVersion7(), scene.AuthorId));
        var (busy, recognises) = (new Decline { CaseId = scene.CaseId, ExpertId = expert }, new Decline { CaseId = other.Id, ExpertId = expert });
        busy.Give(DeclineReason.Busy, Seed.Then);
        recognises.Give(DeclineReason.RecognisePatient, Seed.Then);
        await app.StoreAsync(other);
        await app.StoreAsync(
            busy, recognises, Seed.Invitation(scene.CaseId, expert, scene.Networks[0]), new NetworkCurator { NetworkId = scene.Networks[1], AccountId = expert });
        return new(new AccountErased(expert), async db =>
        {
            var memberships = await db.Memberships.CountAsync(m => m.ExpertId == expert);
            var curated = await db.NetworkCurators.CountAsync(c => c.AccountId == expert);
            var invitations = await db.Invitations.CountAsync(i => i.ExpertId == expert);
            var declines = await db.Declines.Where(d => d.ExpertId == expert).Select(d => d.Reason).ToListAsync();
            return $"memberships {memberships}, curated {curated}, invitations {invitations}, declines {string.Join(' ', declines.Select(d => $"{d}"[..1].ToLowerInvariant() + $"{d}"[1..]))}";
        });
    }
}
