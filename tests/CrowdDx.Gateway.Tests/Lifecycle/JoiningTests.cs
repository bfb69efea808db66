using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Lifecycle;

/// <summary>Experts opt in, rest, resume and leave; joining puts what is still open before them.</summary>
public sealed class JoiningTests(CrowdDxApplication app) : IClassFixture<CrowdDxApplication>
{
    [Fact]
    public async Task Expert_WhenJoining_IsInvitedToOpenUnsettledCasesOfOthersOnly()
    {
        var network = await app.CreateNetworkAsync();
        var (student, others, newcomer) = (await app.StudentAsync(), await app.ExpertsAsync(4), (await app.CreateAsync(1, "expert", "student"))[0]);
        foreach (var other in others)
            await app.JoinAsync(other, network);
        var settled = await app.SubmitCaseAsync(student, network);
        var closed = await app.SubmitCaseAsync(student, network);
        var narrowed = await app.SubmitCaseAsync(student, network);
        var own = await app.SubmitCaseAsync(newcomer, network);
        var open = await app.SubmitCaseAsync(student, network);
        foreach (var caseId in new[] { settled, closed, narrowed, own, open })
            await app.WaitForInvitationAsync(others[0], caseId);
        Assert.True((bool)(await app.AgreeAsync(new(network, student, others, settled), others))["settled"]!);
        await CrowdDxApplication.CloseAsync(student, closed);
        await student.DeleteAsync($"cases/{narrowed}/permission/answers").ExpectAsync(HttpStatusCode.NoContent);

        await app.JoinAsync(newcomer, network);
        await app.WaitForInvitationAsync(newcomer, open);

        Assert.Equal([open], await CrowdDxApplication.InboxAsync(newcomer, "all"));
        var item = (await newcomer.ReadAsync("inbox"))["items"]![0]!;
        Assert.Equal("joinedNetwork", (string?)item["reason"]);
        await newcomer.GetAsync($"cases/{settled}").ExpectAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Expert_WhenInTwoNetworksOfACase_IsInvitedOnce()
    {
        var networks = new[] { await app.CreateNetworkAsync(), await app.CreateNetworkAsync(), await app.CreateNetworkAsync() };
        var (student, expert) = (await app.StudentAsync(), await app.ExpertAsync());
        await app.JoinAsync(expert, networks[0]);
        await app.JoinAsync(expert, networks[1]);
        var caseId = await app.SubmitCaseAsync(student, networks);
        await app.WaitForInvitationAsync(expert, caseId);
        await app.JoinAsync(expert, networks[2]);
        var marker = await app.SubmitCaseAsync(student, networks[2]);
        await app.WaitForInvitationAsync(expert, marker);

        Assert.Equal([marker, caseId], await CrowdDxApplication.InboxAsync(expert, "all"));
        var rows = LiveTables.Read(app, $"SELECT COUNT(*) FROM Invitations WHERE upper(CaseId) = '{caseId.ToString().ToUpperInvariant()}'", row => row.GetInt64(0));
        Assert.Equal([1L], rows);
    }

    [Fact]
    public async Task Author_WhenAlsoAMember_IsNotInvitedToTheOwnCase()
    {
        var network = await app.CreateNetworkAsync();
        var author = (await app.CreateAsync(1, "student", "expert"))[0];
        var expert = await app.ExpertAsync();
        foreach (var member in new[] { author, expert })
            await app.JoinAsync(member, network);

        var caseId = await app.SubmitCaseAsync(author, network);
        await app.WaitForInvitationAsync(expert, caseId);

        Assert.Empty(await CrowdDxApplication.InboxAsync(author, "all"));
        await author.PutAsync($"cases/{caseId}/answers/mine", CrowdDxApplication.AnswerBody("Sarcoidosis")).ExpectAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Member_WhenPausedOrGone_IsNotInvitedUntilBack()
    {
        var network = await app.CreateNetworkAsync();
        var (student, steady, resting, leaving) = (await app.StudentAsync(), await app.ExpertAsync(), await app.ExpertAsync(), await app.ExpertAsync());
        foreach (var member in new[] { steady, resting, leaving })
            await app.JoinAsync(member, network);
        Assert.Equal("paused", await SetAsync(resting, network, "paused"));
        await leaving.DeleteAsync($"networks/{network}/membership").ExpectAsync(HttpStatusCode.NoContent);
        Assert.Equal(1, (int)(await steady.ReadAsync($"networks/{network}"))["activeMembers"]!);

        var caseId = await app.SubmitCaseAsync(student, network);
        await app.WaitForInvitationAsync(steady, caseId);
        Assert.Empty(await CrowdDxApplication.InboxAsync(resting, "all"));
        Assert.Empty(await CrowdDxApplication.InboxAsync(leaving, "all"));
        await leaving.PutAsync($"networks/{network}/membership", new { status = "paused" }).ExpectAsync(HttpStatusCode.NotFound);

        Assert.Equal("active", await SetAsync(resting, network, "active"));
        await app.WaitForInvitationAsync(resting, caseId);
        await app.JoinAsync(leaving, network);
        await app.WaitForInvitationAsync(leaving, caseId);
    }

    [Fact]
    public async Task VerifiedOnlyNetwork_WhenACuratorVouches_LetsTheExpertIn()
    {
        var curator = await app.CuratorAsync();
        var network = await app.CreateNetworkAsync(curator, joinPolicy: "verifiedOnly");
        var (student, expert, stranger) = (await app.StudentAsync(), await app.ExpertAsync(), await app.CuratorAsync());
        Assert.Equal("pending", await SetAsync(expert, network, "active"));
        var caseId = await app.SubmitCaseAsync(student, network);

        var queue = (await curator.ReadAsync($"networks/{network}/members?status=pending"))["items"]!.AsArray();
        Assert.Equal(expert.Id, (Guid)Assert.Single(queue)!["expertId"]!);
        await stranger.PostAsync($"networks/{network}/members/{expert.Id}/verify").ExpectAsync(HttpStatusCode.NotFound);
        await curator.PostAsync($"networks/{network}/members/{student.Id}/verify").ExpectAsync(HttpStatusCode.NotFound);
        Assert.Empty(await CrowdDxApplication.InboxAsync(expert, "all"));
        await curator.PostAsync($"networks/{network}/members/{expert.Id}/verify").ExpectAsync(HttpStatusCode.OK);

        await app.WaitForInvitationAsync(expert, caseId);
        await expert.DeleteAsync($"networks/{network}/membership").ExpectAsync(HttpStatusCode.NoContent);
        Assert.Equal("active", await SetAsync(expert, network, "active"));
    }

    [Fact]
    public async Task InviteOnlyNetwork_WhenTheExpertIsNotVerified_DoesNotExistForIt()
    {
        var curator = await app.CuratorAsync();
        var network = await app.CreateNetworkAsync(curator, joinPolicy: "inviteOnly");
        var expert = await app.ExpertAsync();
        await expert.GetAsync($"networks/{network}").ExpectAsync(HttpStatusCode.NotFound);
        await expert.PutAsync($"networks/{network}/membership").ExpectAsync(HttpStatusCode.NotFound);
        Assert.DoesNotContain(network.ToString(), (await expert.ReadAsync("networks?limit=200")).ToJsonString(), StringComparison.Ordinal);

        await curator.PostAsync($"networks/{network}/members/{expert.Id}/verify").ExpectAsync(HttpStatusCode.OK);

        Assert.Equal("pending", (string?)(await expert.ReadAsync($"networks/{network}"))["membership"]);
        Assert.Equal("active", await SetAsync(expert, network, "active"));
    }

    private static async Task<string?> SetAsync(Person expert, Guid network, string status)
        => (string?)(await expert.PutAsync($"networks/{network}/membership", new { status }).ReadAsync(HttpStatusCode.OK))["status"];
}
