using System.Net;

using CrowdDx.Contracts;
using CrowdDx.Testing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Gateway.Tests.Live;

/// <summary>Author and experts watch a case; each gets whole states, and only what each may see.</summary>
public sealed class WatchingTests(BeatingApplication beating) : IClassFixture<BeatingApplication>
{
    private readonly CrowdDxApplication _app = beating.App;

    [Fact]
    public async Task Author_WhenExpertsAnswer_SeesEachBoard()
    {
        var scene = await _app.SceneAsync(experts: 3);
        await using var stream = await EventStream.OpenAsync(scene.Student, scene.CaseId);
        var first = await stream.NextStateAsync("the empty board");
        Assert.Equal(("0.1", 0), (first.Id, (int)first.Board!["answers"]!));

        for (var answers = 1; answers <= 3; answers++)
        {
            await _app.AnswerAsync(scene.Experts[answers - 1], scene.CaseId, "Biliary microlithiasis");
            var state = await stream.NextStateAsync($"the board of {answers}", s => (int)s.Board!["answers"]! == answers);
            Assert.Equal($"{state.Board!["version"]}.1", state.Id);
            Assert.Equal(answers, (double)state.Board["entries"]![0]!["score"]!);
        }
    }

    [Fact]
    public async Task OpenStream_WhenItsExpertAnswers_BecomesSightedAndSoDoesTheNextAnswer()
    {
        var scene = await _app.SceneAsync(experts: 2);
        await _app.AgreeAsync(scene, [scene.Experts[1]]);
        await using var stream = await EventStream.OpenAsync(scene.Experts[0], scene.CaseId);
        Assert.Null((await stream.NextStateAsync("the blind state")).Board);

        var blind = await _app.AnswerAsync(scene.Experts[0], scene.CaseId, "Sarcoidosis");
        await stream.NextStateAsync("the board", state => (int?)state.Board?["answers"] == 2);
        var sighted = await _app.AnswerAsync(scene.Experts[0], scene.CaseId, "Biliary microlithiasis");

        Assert.False((bool)blind["sawBoard"]!);
        Assert.True((bool)sighted["sawBoard"]!);
        var after = await stream.NextStateAsync("the second look", state => (int)state.Board!["secondLookAnswers"]! == 1);
        Assert.Equal(2, (int)after.Board!["answers"]!);
    }

    [Fact]
    public async Task Everybody_WhenTheAuthorAddsRepliesAndCloses_HearsOfIt()
    {
        var scene = await _app.SceneAsync(experts: 2);
        await _app.AgreeAsync(scene, [scene.Experts[1]]);
        var asked = await scene.Experts[0].PostAsync($"cases/{scene.CaseId}/questions", new { text = "Any family history?" }).ReadAsync(HttpStatusCode.Created);
        await using var author = await EventStream.OpenAsync(scene.Student, scene.CaseId);
        await using var blind = await EventStream.OpenAsync(scene.Experts[0], scene.CaseId);
        await using var sighted = await EventStream.OpenAsync(scene.Experts[1], scene.CaseId);
        EventStream[] all = [author, blind, sighted];
        foreach (var stream in all)
            await stream.NextStateAsync("the first state");

        await CrowdDxApplication.AddAsync(scene.Student, scene.CaseId, "Ultrasound shows sludge.");
        await ExpectRevisionAsync(all, 2, "open");
        await scene.Student.PostAsync($"cases/{scene.CaseId}/questions/{asked["id"]}/reply", new { text = "None." }).ExpectAsync(HttpStatusCode.OK);
        await ExpectRevisionAsync(all, 3, "open");
        await CrowdDxApplication.CloseAsync(scene.Student, scene.CaseId);
        await ExpectRevisionAsync(all, 4, "closed");
    }

    [Fact]
    public async Task Stream_WhenResumed_GivesTheStateOnlyIfItIsNewer()
    {
        var scene = await _app.SceneAsync(experts: 2);
        await _app.AgreeAsync(scene, [scene.Experts[0]]);

        await using var same = await EventStream.OpenAsync(scene.Student, scene.CaseId, lastEventId: "1.1");
        Assert.Empty(await same.StatesUntilHeartbeatsAsync(2));
        await using var fromTheFuture = await EventStream.OpenAsync(scene.Student, scene.CaseId, lastEventId: "9.9");
        Assert.Empty(await fromTheFuture.StatesUntilHeartbeatsAsync(2));
        foreach (var earlier in new[] { "0.1", "1.0", "", "nonsense", "1", "1.1.1" })
        {
            await using var stream = await EventStream.OpenAsync(scene.Student, scene.CaseId, earlier);
            Assert.Equal("1.1", (await stream.NextStateAsync($"the state after {earlier}")).Id);
        }

        await _app.AgreeAsync(scene, scene.Experts);
        Assert.Equal("2.1", (await same.NextStateAsync("the next board")).Id);
    }

    [Fact]
    public async Task Streams_WhenNewsComesAgain_StaySilent()
    {
        var scene = await _app.SceneAsync(experts: 1);
        await CrowdDxApplication.AddAsync(scene.Student, scene.CaseId, "Ultrasound shows sludge.");
        await using var author = await EventStream.OpenAsync(scene.Student, scene.CaseId);
        await using var expert = await EventStream.OpenAsync(scene.Experts[0], scene.CaseId);
        await using var returned = await EventStream.OpenAsync(scene.Experts[0], scene.CaseId, lastEventId: "0.2");
        await author.NextStateAsync("the author's first state", s => (int)s.Json["caseRevision"]! == 2);
        await expert.NextStateAsync("the expert's first state", s => (int)s.Json["caseRevision"]! == 2);

        for (var i = 0; i < 20; i++)
            await _app.Services.GetRequiredService<IBus>().Publish(new CaseRevised(scene.CaseId, 2));

        foreach (var stream in new[] { author, expert, returned })
            Assert.Empty(await stream.StatesUntilHeartbeatsAsync(5));
    }

    [Fact]
    public async Task Streams_WhenManyThingsHappenAtOnce_NeverGoBackAndEndAtTheNewestState()
    {
        const int Experts = 12, Addenda = 6;
        var scene = await _app.SceneAsync(Experts);
        await using var author = await EventStream.OpenAsync(scene.Student, scene.CaseId);
        await using var stale = await EventStream.OpenAsync(scene.Student, scene.CaseId, lastEventId: "0.1");

        await Task.WhenAll(scene.Experts.Select(expert => _app.AnswerAsync(expert, scene.CaseId, "Biliary microlithiasis")).Append(AddAllAsync()));

        foreach (var stream in new[] { author, stale })
        {
            var (board, revision) = (0, 0);
            await stream.NextStateAsync("the newest state", state =>
            {
                Assert.True((int)state.Board!["version"]! >= board && (int)state.Json["caseRevision"]! >= revision, stream.Received);
                (board, revision) = ((int)state.Board["version"]!, (int)state.Json["caseRevision"]!);
                return (int)state.Board["answers"]! == Experts && revision == Addenda + 1;
            });
        }

        async Task<System.Text.Json.Nodes.JsonNode> AddAllAsync()
        {
            for (var i = 1; i <= Addenda; i++)
                await CrowdDxApplication.AddAsync(scene.Student, scene.CaseId, $"Addendum of kind {i}.");
            return await scene.Student.ReadAsync($"cases/{scene.CaseId}");
        }
    }

    private static async Task ExpectRevisionAsync(IEnumerable<EventStream> streams, int revision, string status)
    {
        foreach (var stream in streams)
        {
            var state = await stream.NextStateAsync($"revision {revision}", s => (int)s.Json["caseRevision"]! == revision);
            Assert.Equal(status, (string?)state.Json["status"]);
        }
    }
}
