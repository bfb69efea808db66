using System.Diagnostics;

using CrowdDx.Benchmarks.Measuring;
using CrowdDx.Testing;

namespace CrowdDx.Benchmarks.ManyProcesses;

/// <summary>
/// One case to networks of 100 to 100,000 members, over RabbitMQ and PostgreSQL: from before POST to the commit of the last invitation, seen by another
/// connection. Floor: one INSERT … SELECT of the same rows on the same server. Beside it ten cases at once, and a message and a commit for each expert.
/// </summary>
internal static class SpreadScenario
{
    private const int Members = 32_000;
    private const int SmallNetwork = 100;
    private const int AtOnce = 10;
    private const int WarmUps = 2;
    private static readonly int[] Sweep = [100, 1_000, 10_000, Members, 100_000];

    public static async Task RunAsync(Report report)
    {
        await using var site = await Site.StartAsync();
        var student = (await site.Deployment.CreateAsync(1, "student"))[0];
        var networks = new Dictionary<int, Guid>();
        var (sizes, medians) = (new List<double>(), new List<double>());
        foreach (var size in Sweep)
        {
            Report.Say($"spread: a network of {size} …");
            networks[size] = await site.CreateNetworkAsync($"Of {size}", size);
            var (times, floor) = await MeasureAsync(report, site, student, networks[size], size);
            report.AddTimes($"POST to the last of {size} invitations durable", times, floor, size == Members ? "ratio ≤ 2, ≤ 1 s" : null);
            sizes.Add(size);
            medians.Add(times.Median);
        }
        report.AddNumber("slope of log time over log members, 1,000 to 100,000", Slope(sizes.Skip(1), medians.Skip(1)), "", "about 1");
        await TenAtOnceAsync(report, site, student, networks[Members], networks[SmallNetwork]);
        report.AddTimes($"a message and a commit for each of {Members}", await NaiveFanOut.MeasureAsync(site, networks[Members], Members));
    }

    private static async Task<(Samples Times, Samples Floor)> MeasureAsync(Report report, Site site, Person student, Guid network, int size)
    {
        using var watch = await InvitationProbe.OpenAsync(site, network);
        var (times, floor) = (new Samples(), new Samples());
        for (var round = -WarmUps; round < report.Rounds; round++)
        {
            var took = await FanOutAsync(site, student, network, watch);
            var bare = await InsertBareAsync(site, network, size);
            Report.Say($"  round {round}: {took:0} ms, floor {bare:0} ms");
            if (round < 0)
                continue;
            times.Add(took);
            floor.Add(bare);
        }
        return (times, floor);
    }

    /// <summary>Ten cases to the large network, and then at once one to the small network; against the small one alone.</summary>
    private static async Task TenAtOnceAsync(Report report, Site site, Person student, Guid large, Guid small)
    {
        using var largeWatch = await InvitationProbe.OpenAsync(site, large);
        using var smallWatch = await InvitationProbe.OpenAsync(site, small);
        var (alone, beside, ten) = (new Samples(), new Samples(), new Samples());
        for (var round = -1; round < report.Rounds; round++)
        {
            var single = await FanOutAsync(site, student, small, smallWatch);
            var started = Stopwatch.GetTimestamp();
            var cases = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Site.PostAsync(student, large)));
            var crowded = await FanOutAsync(site, student, small, smallWatch);
            foreach (var caseId in cases)
                await largeWatch.WaitAsync(caseId);
            if (round < 0)
                continue;
            alone.Add(single);
            beside.Add(crowded);
            ten.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        report.AddTimes($"{AtOnce} cases to {Members} at once, until the last invitation", ten);
        report.AddTimes($"a case to {SmallNetwork} meanwhile, floor: the same alone", beside, alone, "ratio ≤ 1.5");
    }

    private static async Task<double> FanOutAsync(Site site, Person student, Guid network, InvitationProbe watch)
    {
        var started = Stopwatch.GetTimestamp();
        await watch.WaitAsync(await Site.PostAsync(student, network));
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<double> InsertBareAsync(Site site, Guid network, int size)
    {
        var started = Stopwatch.GetTimestamp();
        var rows = await site.ExecuteAsync(
            """
            INSERT INTO "Invitations" ("CaseId", "ExpertId", "NetworkId", "WaveNumber", "Reason", "InvitedAt")
            SELECT @case, m."ExpertId", m."NetworkId", 1, 0, 0 FROM "Memberships" AS m WHERE m."NetworkId" = @network
            """,
            ("case", Guid.CreateVersion7()), ("network", network));
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return rows == size ? took : throw new InvalidOperationException($"{rows} rows, not {size}.");
    }

    private static double Slope(IEnumerable<double> sizes, IEnumerable<double> times)
    {
        var points = sizes.Zip(times, (size, time) => (X: Math.Log(size), Y: Math.Log(time))).ToList();
        var (x, y) = (points.Average(point => point.X), points.Average(point => point.Y));
        return points.Sum(point => (point.X - x) * (point.Y - y)) / points.Sum(point => (point.X - x) * (point.X - x));
    }
}
