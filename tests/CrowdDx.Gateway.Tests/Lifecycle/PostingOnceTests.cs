using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Lifecycle;

/// <summary>A submission that is sent again is the same case.</summary>
public sealed class PostingOnceTests(CrowdDxApplication app) : IClassFixture<CrowdDxApplication>
{
    [Fact]
    public async Task Case_WhenAHundredEqualPostsComeAtOnceWithAKey_IsPostedOnce()
    {
        var (network, student) = (await app.CreateNetworkAsync(), await app.StudentAsync());
        var expert = await app.ExpertAsync();
        await app.JoinAsync(expert, network);

        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => PostAsync(student, CrowdDxApplication.CaseBody(network), "the-key")));

        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.Created, reply.Status));
        var id = Assert.Single(replies.Select(reply => (Guid)reply.Body["id"]!).Distinct());
        Assert.Single((await student.ReadAsync("cases?mine=true"))["items"]!.AsArray());
        await app.WaitForInvitationAsync(expert, id);
        Assert.Equal([id], await CrowdDxApplication.InboxAsync(expert));
    }

    [Fact]
    public async Task Key_WhenItComesWithAnotherBody_IsRefusedAndBelongsToItsAuthorOnly()
    {
        var (network, first, second) = (await app.CreateNetworkAsync(), await app.StudentAsync(), await app.StudentAsync());
        var changed = CrowdDxApplication.CaseBody(network);
        changed["title"] = "Acute pancreatitis for the seventh time";

        var own = await PostAsync(first, CrowdDxApplication.CaseBody(network), "k");
        var other = await PostAsync(second, CrowdDxApplication.CaseBody(network), "k");
        var reused = await PostAsync(first, changed, "k");

        Assert.NotEqual((Guid)own.Body["id"]!, (Guid)other.Body["id"]!);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/problems/idempotency-key-reused"), (reused.Status, (string?)reused.Body["type"]));
        Assert.Equal((Guid)own.Body["id"]!, (Guid)(await PostAsync(first, CrowdDxApplication.CaseBody(network), "k")).Body["id"]!);
        var withoutKey = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => app.SubmitCaseAsync(first, network)));
        Assert.NotEqual(withoutKey[0], withoutKey[1]);
    }

    [Fact]
    public async Task Close_WhenAskedManyTimesAtOnce_ClosesOnce()
    {
        var scene = await app.SceneAsync(experts: 1);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => CloseUntilDoneAsync(scene)));
        var closed = await scene.Student.ReadAsync($"cases/{scene.CaseId}");
        await CrowdDxApplication.CloseAsync(scene.Student, scene.CaseId);

        Assert.Equal(("closed", 2), ((string?)closed["status"], (int)closed["revision"]!));
        Assert.Equal(closed.ToJsonString(), (await scene.Student.ReadAsync($"cases/{scene.CaseId}")).ToJsonString());
        await scene.Student.PostAsync($"cases/{scene.CaseId}/addenda", new { text = "More." }).ReadProblemAsync(HttpStatusCode.Conflict, "case-not-open");
        await scene.Experts[0].PostAsync($"cases/{scene.CaseId}/questions", new { text = "More?" }).ReadProblemAsync(HttpStatusCode.Conflict, "case-not-open");
    }

    // Who loses the race is told to read again (409), and then finds the case closed.
    private static async Task CloseUntilDoneAsync(Scene scene)
    {
        using var response = await scene.Student.PostAsync($"cases/{scene.CaseId}/close");
        if (response.StatusCode == HttpStatusCode.Conflict)
            await CrowdDxApplication.CloseAsync(scene.Student, scene.CaseId);
        else
            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(Person student, JsonObject body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases") { Content = Json.Content(body.ToJsonString()) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await student.Http.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
