using System.Diagnostics;

using CrowdDx.Benchmarks.Measuring;
using CrowdDx.Benchmarks.Staging;

namespace CrowdDx.Benchmarks.Answers;

/// <summary>
/// Answers accepted a second: PUT …/answers/mine with API keys, so many at once, from the first request to the last response, while the service
/// pools what came. Floor: the same rows, one transaction each, one after another, into a copy of the same file.
/// </summary>
internal static class AnswersScenario
{
    private const int Experts = 500;
    private const int Cases = 100;
    private const int AnswersPerCase = 10;
    private const int WarmUps = 2;

    public static async Task RunAsync(Report report)
    {
        await using var stage = Stage.Start();
        Report.Say($"answers: {Experts} experts with keys …");
        var crowd = await Crowd.GatherAsync(stage, Experts);
        using var floor = new BareAnswers(stage.CopyDatabase(), crowd.Student.Id);

        foreach (var concurrency in new[] { 16, 64 })
        {
            await MeasureAsync(report, crowd, floor, concurrency, $"answers into one case of {Experts} experts, {concurrency} at once",
                async () => [.. Enumerable.Repeat(await crowd.PostCaseAsync(), Experts)]);
            await MeasureAsync(report, crowd, floor, concurrency, $"answers into {Cases} cases, {concurrency} at once",
                async () =>
                {
                    var cases = new List<Guid>();
                    for (var i = 0; i < Cases; i++)
                        cases.Add(await crowd.PostCaseAsync());
                    return [.. Enumerable.Range(0, Cases * AnswersPerCase).Select(i => cases[i % Cases])];
                });
        }
    }

    private static async Task MeasureAsync(Report report, Crowd crowd, BareAnswers floor, int concurrency, string measure, Func<Task<List<Guid>>> prepareAsync)
    {
        var (rates, bare, latencies, pooled, processor) = (new Samples(), new Samples(), new Samples(), new Samples(), new Samples());
        for (var round = -WarmUps; round < report.Rounds; round++)
        {
            var caseOf = await prepareAsync();
            await crowd.SettleAsync();
            var before = Report.ProcessorTime;
            var started = Stopwatch.GetTimestamp();
            await Parallel.ForAsync(0, caseOf.Count, new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (i, _) =>
            {
                var sent = Stopwatch.GetTimestamp();
                await crowd.AnswerAsync(caseOf[i], i % Experts, opinion: i);
                if (round >= 0)
                    latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            });
            var rate = caseOf.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
            await crowd.SettleAsync();
            var settled = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var used = (Report.ProcessorTime - before) / caseOf.Count;
            var floorRate = floor.Write(caseOf.Count);
            Report.Say($"  round {round}: {rate:0}/s, floor {floorRate:0}/s, all pooled after {settled:0} ms");
            if (round < 0)
                continue;
            rates.Add(rate);
            bare.Add(floorRate);
            pooled.Add(settled);
            processor.Add(used);
        }
        report.AddRates(measure, rates, bare);
        report.AddTimes("— each PUT", latencies);
        report.AddTimes("— processor time of gateway and clients for each, pooling included", processor);
        report.AddTimes("— until everything was pooled", pooled);
    }
}
