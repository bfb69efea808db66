using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Visibility;

/// <summary>What the table of routes does not reach: lists, mixed objects, and networks that all may see.</summary>
[Collection(Stage.Name)]
public sealed class ForeignObjectsTests(Stage stage)
{
    [Theory]
    [InlineData("author")]
    [InlineData("answered")]
    [InlineData("blind")]
    [InlineData("curator")]
    public async Task Cases_WhenListed_AreOnesOwn(string part)
    {
        var mine = await IdsAsync(part, "cases?limit=200", "id");
        Assert.Contains(stage.A.CaseId, mine);
        Assert.DoesNotContain(stage.B.CaseId, mine);
    }

    [Theory]
    [InlineData("otherStudent")]
    [InlineData("uninvitedExpert")]
    [InlineData("otherCurator")]
    [InlineData("operator")]
    [InlineData("operatorWithReason")]
    public async Task Cases_WhenListedByStrangers_AreNotThere(string part)
        => Assert.DoesNotContain(stage.A.CaseId, await IdsAsync(part, "cases?limit=200", "id"));

    [Fact]
    public async Task Inbox_OfAnUninvitedExpert_DoesNotNameTheCase()
        => Assert.DoesNotContain(stage.A.CaseId, await IdsAsync("uninvitedExpert", "inbox?state=all&limit=200", "caseId"));

    [Theory]
    [InlineData("author", false)]
    [InlineData("answered", true)]
    [InlineData("curator", true)]
    [InlineData("uninvitedExpert", false)]
    [InlineData("otherCurator", false)]
    [InlineData("researcher", false)]
    [InlineData("operator", true)]
    public async Task InviteOnlyNetwork_WhenListed_IsThereForItsOwnOnly(string part, bool listed)
    {
        var networks = await IdsAsync(part, "networks?limit=200", "id");
        Assert.Contains(stage.A.Network, networks);
        Assert.Equal(listed, networks.Contains(stage.A.InviteOnly));
    }

    [Theory]
    [InlineData("uninvitedExpert")]
    [InlineData("otherCurator")]
    public async Task OpenNetwork_OfAnotherCurator_CanBeReadButNotRun(string part)
    {
        var stranger = stage.Player(part)!;
        var network = stage.A.Network;
        await stranger.GetAsync($"networks/{network}").ExpectAsync(HttpStatusCode.OK);
        await stranger.PatchAsync($"networks/{network}", new { description = "Mine now." }).ReadProblemAsync(HttpStatusCode.NotFound, "not-found");
        await stranger.GetAsync($"networks/{network}/members").ReadProblemAsync(HttpStatusCode.NotFound, "not-found");
        await stranger.PostAsync($"networks/{network}/members/{stage.A.Blind.Id}/verify").ReadProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task InviteOnlyNetwork_NamedInACaseByAStranger_LooksUnknown()
    {
        foreach (var network in new[] { stage.A.InviteOnly, Guid.CreateVersion7() })
        {
            var problem = await stage.A.Author.PostAsync("cases", CrowdDxApplication.CaseBody(network)).ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
            Assert.Equal("There is no such network; GET /networks lists them.", (string?)problem["errors"]!["networks[0]"]![0]);
        }
    }

    [Fact]
    public async Task Question_OfAnotherCase_CannotBeRepliedToThroughOnesOwn()
        => await stage.A.Author.PostAsync($"cases/{stage.A.CaseId}/questions/{stage.B.QuestionId}/reply", new { text = "No." })
            .ReadProblemAsync(HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task Verdicts_OnADiagnosisOfAnotherCase_AreRefusedAsUnknown()
    {
        await stage.App.AnswerAsync(stage.B.Answered, (await stage.B.WithFreshCaseAsync()).CaseId, "Only on the other side");
        foreach (var key in new[] { "n:only on the other side", "n:nobody said this" })
        {
            var problem = await stage.A.Author.PutAsync($"cases/{stage.A.CaseId}/verdicts", new { verdicts = new[] { new { diagnosisId = key, verdict = "wrong" } } })
                .ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
            Assert.Equal("Nobody suggested this diagnosis for the case.", (string?)problem["errors"]!["verdicts[0].diagnosisId"]![0]);
        }
    }

    [Fact]
    public async Task Network_WhenItsCuratorHandsItOver_IsGivenBackOnceAndThenForeign()
    {
        var network = await stage.App.CreateNetworkAsync(stage.A.Curator, "inviteOnly");
        var changed = await stage.A.Curator.PatchAsync($"networks/{network}", new { curators = new[] { stage.B.Curator.Id } }).ReadAsync(HttpStatusCode.OK);
        Assert.False((bool)changed["curator"]!);
        await stage.A.Curator.GetAsync($"networks/{network}").ReadProblemAsync(HttpStatusCode.NotFound, "not-found");
        Assert.True((bool)(await stage.B.Curator.ReadAsync($"networks/{network}"))["curator"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("longer than a reason may be")]
    public async Task Case_ReadByAnOperatorWithoutAGoodReason_IsNotThere(string reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/cases/{stage.A.CaseId}");
        request.Headers.TryAddWithoutValidation("Audit-Reason", reason.Length > 10 ? new string('r', 501) : reason);
        await stage.Player("operator")!.Http.SendAsync(request).ReadProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    private async Task<List<Guid>> IdsAsync(string part, string path, string member)
        => [.. (await stage.Player(part)!.ReadAsync(path))["items"]!.AsArray().Select(item => (Guid)item![member]!)];
}
