using System.Diagnostics;

using CrowdDx.Benchmarks.Measuring;
using CrowdDx.Benchmarks.Staging;

namespace CrowdDx.Benchmarks.Events;

/// <summary>
/// From before an expert's PUT to the moment a viewer has read the event of the board that pools it. Viewers are streams of the case's author
/// (who sees the board) on connections of their own; answers come one after another. Floor: the same payload to as many viewers of a bare endpoint.
/// </summary>
internal static class EventsScenario
{
    private const int WarmUps = 5;

    public static async Task RunAsync(Report report)
    {
        await using var stage = Stage.Start(app => app.With("Live:StreamsPerAccount", "5000"));
        Report.Say("events …");
        var crowd = await Crowd.GatherAsync(stage, WarmUps + report.Rounds * 3);
        await using var bare = await BareEvents.StartAsync();
        await MeasureAsync(report, stage, crowd, bare, viewers: 1);
        await MeasureAsync(report, stage, crowd, bare, viewers: 1_000);
    }

    private static async Task MeasureAsync(Report report, Stage stage, Crowd crowd, BareEvents bare, int viewers)
    {
        var caseId = await crowd.PostCaseAsync();
        await crowd.SettleAsync();
        await using var watching = await Audience.OpenAsync(viewers, () => Stage.Request(HttpMethod.Get, $"cases/{caseId}/events", crowd.Student.Key), stage.Http.BaseAddress!);
        await using var floorWatching = await Audience.OpenAsync(viewers, () => new HttpRequestMessage(HttpMethod.Get, "/events"), bare.Address);
        await bare.WaitForViewersAsync(viewers);

        var (times, floor) = (new Samples(), new Samples());
        for (var answer = 1; answer <= WarmUps + report.Rounds * 3; answer++)
        {
            var started = Stopwatch.GetTimestamp();
            var arrived = watching.ArrivalsAsync(answer);
            await crowd.AnswerAsync(caseId, answer - 1, opinion: answer);
            var arrivals = await arrived;
            var floorStarted = Stopwatch.GetTimestamp();
            var floorArrived = floorWatching.ArrivalsAsync(answer);
            bare.Publish(answer, watching.LastPayload);
            var floorArrivals = await floorArrived;
            if (answer <= WarmUps)
                continue;
            foreach (var arrival in arrivals)
                times.Add(Stopwatch.GetElapsedTime(started, arrival).TotalMilliseconds);
            foreach (var arrival in floorArrivals)
                floor.Add(Stopwatch.GetElapsedTime(floorStarted, arrival).TotalMilliseconds);
        }
        report.AddTimes($"PUT of an answer to its event at {viewers} viewer(s)", times, floor, "p50 ≤ 250 ms");
    }
}
