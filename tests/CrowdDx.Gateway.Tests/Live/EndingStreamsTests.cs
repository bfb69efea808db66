using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Live;

/// <summary>Streams end with the right to see the case, and an account has only so many.</summary>
public sealed class EndingStreamsTests(BeatingApplication beating) : IClassFixture<BeatingApplication>
{
    private readonly CrowdDxApplication _app = beating.App;

    [Theory]
    [InlineData("withdraw")]
    [InlineData("recognisePatient")]
    [InlineData("narrow")]
    [InlineData("narrowClosed")]
    public async Task Streams_WhenTheCaseIsHidden_EndForExpertsOnly(string how)
    {
        var scene = await _app.SceneAsync(experts: 3);
        await _app.AgreeAsync(scene, [scene.Experts[1]]);
        if (how == "narrowClosed")
            await CrowdDxApplication.CloseAsync(scene.Student, scene.CaseId);
        await using var author = await EventStream.OpenAsync(scene.Student, scene.CaseId);
        await using var blind = await EventStream.OpenAsync(scene.Experts[0], scene.CaseId);
        await using var sighted = await EventStream.OpenAsync(scene.Experts[1], scene.CaseId);
        foreach (var stream in new[] { author, blind, sighted })
            await stream.NextStateAsync("the first state");

        await HideAsync(scene, how);

        await blind.EndedAsync();
        await sighted.EndedAsync();
        Assert.DoesNotContain("withdrawn", blind.Received + sighted.Received, StringComparison.Ordinal);
        await author.StatesUntilHeartbeatsAsync(2);
        foreach (var expert in scene.Experts)
            await EventStream.AskAsync(expert, scene.CaseId).ExpectAsync(HttpStatusCode.NotFound);
        Assert.Empty(_app.Log.Errors);
    }

    [Fact]
    public async Task Streams_WhenAnAccountHasTooMany_AreRefusedUntilOneIsClosed()
    {
        var scene = await _app.SceneAsync(experts: 2);
        var open = new List<EventStream>();
        for (var i = 0; i < BeatingApplication.MostStreams; i++)
            open.Add(await EventStream.OpenAsync(scene.Experts[0], scene.CaseId));

        await EventStream.AskAsync(scene.Experts[0], scene.CaseId).ReadProblemAsync(HttpStatusCode.TooManyRequests, "too-many-streams");
        await (await EventStream.OpenAsync(scene.Experts[1], scene.CaseId)).DisposeAsync();

        await open[0].DisposeAsync();
        await ExpectOpensAsync(scene.Experts[0], scene.CaseId);
        foreach (var stream in open.Skip(1))
            await stream.DisposeAsync();
    }

    [Fact]
    public async Task Streams_WhenClientsGoAwayAsTheyOpen_LeaveNothingBehind()
    {
        var scene = await _app.SceneAsync(experts: 1);
        for (var i = 0; i < 60; i++)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond * i / 5));
            try
            {
                using var response = await EventStream.AskAsync(scene.Experts[0], scene.CaseId, lastEventId: "0.1", patience.Token);
            }
            catch (OperationCanceledException)
            {
                // The client went away.
            }
        }

        var open = new List<EventStream>();
        for (var i = 0; i < BeatingApplication.MostStreams; i++)
            open.Add(await ExpectOpensAsync(scene.Experts[0], scene.CaseId));
        foreach (var stream in open)
            await stream.DisposeAsync();
    }

    private static async Task HideAsync(Scene scene, string how)
    {
        if (how == "withdraw")
            await scene.Student.DeleteAsync($"cases/{scene.CaseId}").ExpectAsync(HttpStatusCode.NoContent);
        else if (how == "recognisePatient")
            await CrowdDxApplication.DeclineAsync(scene.Experts[2], scene.CaseId, how);
        else
            await scene.Student.DeleteAsync($"cases/{scene.CaseId}/permission/answers").ExpectAsync(HttpStatusCode.NoContent);
    }

    private static Task<EventStream> ExpectOpensAsync(Person person, Guid caseId)
        => Eventually.GetAsync(
            async () =>
            {
                var response = await EventStream.AskAsync(person, caseId);
                var refused = response.StatusCode == HttpStatusCode.TooManyRequests;
                response.Dispose();
                return refused ? null : await TryOpenAsync(person, caseId);
            },
            "a stream to be free");

    private static async Task<EventStream?> TryOpenAsync(Person person, Guid caseId)
    {
        try
        {
            return await EventStream.OpenAsync(person, caseId);
        }
        catch (Xunit.Sdk.FailException)
        {
            return null;
        }
    }
}
