using CrowdDx.Gateway.Tests.Live;
using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Blindness;

/// <summary>The event stream of an expert who has not answered: the first state, heartbeats on the timer, and what the author adds.</summary>
public sealed class BlindStreamTests(BeatingApplication beating) : IClassFixture<BeatingApplication>
{
    private readonly CrowdDxApplication _app = beating.App;

    [Fact]
    public async Task Stream_WhenFiveOthersAnswerAndTheCaseSettles_GivesTheFirstStateAndHeartbeatsOnly()
    {
        var scene = await _app.SceneAsync(experts: 6);
        await using var stream = await EventStream.OpenAsync(scene.Experts[0], scene.CaseId);
        var first = await stream.NextAsync("the first state");
        Assert.Equal(("state", "0.1"), (first.Type, first.Id));
        Assert.Null(first.Board);

        await using var author = await EventStream.OpenAsync(scene.Student, scene.CaseId);
        await _app.AgreeAsync(scene, scene.Experts.Skip(1));
        await author.NextStateAsync("the settled board", state => (bool?)state.Board?["settled"] == true && (int)state.Board["answers"]! == 5);
        await _app.RecordOutcomeAsync(scene.Student, scene.CaseId);
        Assert.Empty(await stream.StatesUntilHeartbeatsAsync(3));

        var received = stream.Received;
        var initial = received[..(received.IndexOf("\n\n", StringComparison.Ordinal) + 2)];
        Assert.Equal($"event: state\ndata: {first.Data}\nid: 0.1\n\n", initial);
        Assert.Equal("", received[initial.Length..].Replace("event: heartbeat\ndata: {}\n\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stream_WhenReopenedAfterOthersAnswered_GivesTheVeryBytesOfTheFirstTime()
    {
        var scene = await _app.SceneAsync(experts: 6);
        await using var before = await EventStream.OpenAsync(scene.Experts[0], scene.CaseId);
        var first = await before.NextAsync("the first state");

        await _app.AgreeAsync(scene, scene.Experts.Skip(1));

        await using var after = await EventStream.OpenAsync(scene.Experts[0], scene.CaseId);
        Assert.Equal(first, await after.NextAsync("the state again"));
        await using var resumed = await EventStream.OpenAsync(scene.Experts[0], scene.CaseId, lastEventId: "0.1");
        Assert.Empty(await resumed.StatesUntilHeartbeatsAsync(2));
    }

    [Fact]
    public async Task Stream_WhenTheAuthorAddsAndCloses_TellsSoWithoutTheBoard()
    {
        var scene = await _app.SceneAsync(experts: 5);
        await using var stream = await EventStream.OpenAsync(scene.Experts[0], scene.CaseId);
        await stream.NextStateAsync("the first state");
        await _app.AgreeAsync(scene, scene.Experts.Skip(1));

        await CrowdDxApplication.AddAsync(scene.Student, scene.CaseId, "Ultrasound shows sludge.");
        var added = await stream.NextStateAsync("the addendum");
        await CrowdDxApplication.CloseAsync(scene.Student, scene.CaseId);
        var closed = await stream.NextStateAsync("the closing");

        Assert.Equal(("0.2", "0.3"), (added.Id, closed.Id));
        Assert.Equal("closed", (string?)closed.Json["status"]);
        Assert.All([added, closed], state => Assert.Null(state.Board));
    }

    [Fact]
    public async Task Stream_WhenOthersDeclineOrAsk_GivesHeartbeatsOnly()
    {
        var scene = await _app.SceneAsync(experts: 3);
        await using var stream = await EventStream.OpenAsync(scene.Experts[0], scene.CaseId);
        await stream.NextStateAsync("the first state");
        await using var decliner = await EventStream.OpenAsync(scene.Experts[1], scene.CaseId);

        await CrowdDxApplication.DeclineAsync(scene.Experts[1], scene.CaseId, "busy");
        await decliner.NextStateAsync("the board of the decliner", state => state.Board is not null);
        await scene.Experts[2].PostAsync($"cases/{scene.CaseId}/questions", new { text = "Any gallstones?" }).ExpectAsync(System.Net.HttpStatusCode.Created);

        Assert.Empty(await stream.StatesUntilHeartbeatsAsync(2));
    }
}
