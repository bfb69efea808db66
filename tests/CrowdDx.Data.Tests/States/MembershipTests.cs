using CrowdDx.Data.FanOut;

namespace CrowdDx.Data.Tests.States;

/// <summary>Being active takes the expert's own opt-in, and a curator's word where the network asks for it.</summary>
public sealed class MembershipTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Curator = Guid.CreateVersion7();
    private readonly Membership _membership = new();

    [Theory]
    [InlineData(JoinPolicy.Open, MembershipStatus.Active)]
    [InlineData(JoinPolicy.VerifiedOnly, MembershipStatus.Pending)]
    [InlineData(JoinPolicy.InviteOnly, MembershipStatus.Pending)]
    public void OptIn_OfAStranger_IsActiveInAnOpenNetworkOnly(JoinPolicy policy, MembershipStatus expected)
    {
        Assert.Equal(expected == MembershipStatus.Active, _membership.OptIn(policy, Now));
        Assert.Equal((expected, Now, Now), (_membership.Status, _membership.OptedInAt!.Value, _membership.ChangedAt));
    }

    [Fact]
    public void OptIn_Again_ChangesNothing()
    {
        _membership.OptIn(JoinPolicy.Open, Now);
        Assert.False(_membership.OptIn(JoinPolicy.Open, Now.AddDays(1)));
        Assert.Equal((Now, Now), (_membership.OptedInAt!.Value, _membership.ChangedAt));
    }

    [Fact]
    public void Verify_BeforeTheOptIn_LetsInOnlyWithIt()
    {
        Assert.False(_membership.Verify(Curator, until: null, JoinPolicy.InviteOnly, Now));
        Assert.Equal(MembershipStatus.Pending, _membership.Status);
        Assert.True(_membership.OptIn(JoinPolicy.InviteOnly, Now));
        Assert.Equal((MembershipStatus.Active, Curator), (_membership.Status, _membership.VerifiedBy!.Value));
    }

    [Fact]
    public void Verify_AfterTheOptIn_LetsInOnce()
    {
        _membership.OptIn(JoinPolicy.VerifiedOnly, Now);
        Assert.True(_membership.Verify(Curator, Now.AddDays(30), JoinPolicy.VerifiedOnly, Now));
        Assert.False(_membership.Verify(Curator, Now.AddDays(60), JoinPolicy.VerifiedOnly, Now));
        Assert.Equal(Now.AddDays(60), _membership.VerifiedUntil);
    }

    [Fact]
    public void OptIn_WithAVerificationThatHasRunOut_WaitsForTheCurator()
    {
        _membership.Verify(Curator, Now.AddDays(1), JoinPolicy.VerifiedOnly, Now);
        Assert.False(_membership.OptIn(JoinPolicy.VerifiedOnly, Now.AddDays(1)));
        Assert.Equal(MembershipStatus.Pending, _membership.Status);
    }

    [Fact]
    public void Pause_HoldsAgainstAVerification_UntilTheExpertResumes()
    {
        _membership.OptIn(JoinPolicy.Open, Now);
        _membership.Pause(Now);
        Assert.False(_membership.Verify(Curator, null, JoinPolicy.Open, Now));
        Assert.Equal(MembershipStatus.Paused, _membership.Status);
        Assert.True(_membership.OptIn(JoinPolicy.Open, Now));
    }

    [Fact]
    public void Leave_TakesTheOptInBack_SoThatAVerificationLetsNobodyIn()
    {
        _membership.OptIn(JoinPolicy.VerifiedOnly, Now);
        _membership.Verify(Curator, null, JoinPolicy.VerifiedOnly, Now);
        _membership.Leave(Now.AddDays(1));
        Assert.Equal((MembershipStatus.Left, null), (_membership.Status, _membership.OptedInAt));
        Assert.False(_membership.Verify(Curator, null, JoinPolicy.VerifiedOnly, Now.AddDays(2)));
        Assert.NotEqual(MembershipStatus.Active, _membership.Status);
        Assert.True(_membership.OptIn(JoinPolicy.VerifiedOnly, Now.AddDays(3)));
    }
}
