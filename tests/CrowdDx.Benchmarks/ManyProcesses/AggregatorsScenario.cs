using System.Diagnostics;
using System.Net;

using CrowdDx.Benchmarks.Measuring;
using CrowdDx.Benchmarks.Staging;
using CrowdDx.Testing;

namespace CrowdDx.Benchmarks.ManyProcesses;

/// <summary>Answers by PUT through two gateways, and until all are pooled, with one and with two aggregation workers; then the way of an answer to a viewer of the other gateway.</summary>
internal static class AggregatorsScenario
{
    private const int Experts = 100;
    private const int Cases = 20;
    private const int AtOnce = 32;
    private const int WarmUps = 1;

    public static async Task RunAsync(Report report)
    {
        foreach (var aggregators in (int[])[1, 2])
        {
            Report.Say($"aggregators: {aggregators} …");
            await using var site = await Site.StartAsync(workersOfEach: aggregators);
            var student = (await site.Deployment.CreateAsync(1, "student"))[0];
            var network = await site.CreateNetworkAsync("Answering", members: 0);
            var experts = await site.Deployment.CreateAsync(Experts, "expert");
            await Parallel.ForEachAsync(experts, async (expert, _) => await expert.PutAsync($"networks/{network}/membership").ExpectAsync(HttpStatusCode.OK));
            await AnswerAsync(report, site, student, network, experts, aggregators);
            if (aggregators == 2)
                await AcrossGatewaysAsync(report, site, student, network, experts);
        }
    }

    private static async Task AnswerAsync(Report report, Site site, Person student, Guid network, IReadOnlyList<Person> experts, int aggregators)
    {
        var (accepted, pooled) = (new Samples(), new Samples());
        for (var round = -WarmUps; round < report.Rounds; round++)
        {
            var cases = await InvitedCasesAsync(site, student, network);
            var started = Stopwatch.GetTimestamp();
            await Parallel.ForAsync(0, Cases * Experts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
                await experts[i / Cases].PutAsync($"cases/{cases[i % Cases]}/answers/mine", CrowdDxApplication.AnswerBody(Opinions.Of(i))).ExpectAsync(HttpStatusCode.Created));
            var put = Cases * Experts / Stopwatch.GetElapsedTime(started).TotalSeconds;
            await site.CountsAsync(Cases, """SELECT COUNT(*) FROM (SELECT "CaseId" FROM "Differentials" WHERE "CaseId" = ANY(@cases) GROUP BY 1 HAVING MAX("Answers") = @experts) AS done""", ("cases", cases), ("experts", Experts));
            var all = Cases * Experts / Stopwatch.GetElapsedTime(started).TotalSeconds;
            Report.Say($"  round {round}: {put:0}/s accepted, {all:0}/s pooled");
            if (round < 0)
                continue;
            accepted.Add(put);
            pooled.Add(all);
        }
        report.AddRates($"answers accepted a second, {aggregators} aggregator(s)", accepted);
        report.AddRates($"answers a second until all are pooled, {aggregators} aggregator(s)", pooled);
    }

    private static async Task AcrossGatewaysAsync(Report report, Site site, Person student, Guid network, IReadOnlyList<Person> experts)
    {
        var caseId = (await InvitedCasesAsync(site, student, network))[0];
        await using var stream = await EventStream.OpenAsync(site.Deployment.At(1, student), caseId);
        var times = new Samples();
        for (var answer = 1; answer <= Experts; answer++)
        {
            var started = Stopwatch.GetTimestamp();
            await site.Deployment.At(0, experts[answer - 1]).PutAsync($"cases/{caseId}/answers/mine", CrowdDxApplication.AnswerBody(Opinions.Of(answer))).ExpectAsync(HttpStatusCode.Created);
            await stream.NextStateAsync($"{answer} answers", state => (int?)state.Board?["answers"] == answer);
            if (answer > 5)
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        report.AddTimes("PUT at one gateway to its event at the other", times, goal: "p50 ≤ 250 ms");
    }

    private static async Task<Guid[]> InvitedCasesAsync(Site site, Person student, Guid network)
    {
        var cases = await Task.WhenAll(Enumerable.Range(0, Cases).Select(_ => Site.PostAsync(student, network)));
        await site.CountsAsync(Cases * Experts, """SELECT COUNT(*) FROM "Invitations" WHERE "CaseId" = ANY(@cases)""", ("cases", cases));
        return cases;
    }
}
