using System.Diagnostics;

using CrowdDx.Benchmarks.Measuring;

namespace CrowdDx.Benchmarks.ManyProcesses;

/// <summary>One case to 2,000,000 members, the size of the largest network of physicians: time for each, against a network of 32,000, and the memory of each process.</summary>
internal static class HugeNetworkScenario
{
    private const int Large = 32_000;
    private const int Huge = 2_000_000;

    public static async Task RunAsync(Report report)
    {
        await using var site = await Site.StartAsync();
        var student = (await site.Deployment.CreateAsync(1, "student"))[0];
        Report.Say($"huge: a network of {Large} and one of {Huge} …");
        var (large, huge) = (await site.CreateNetworkAsync("Large", Large), await site.CreateNetworkAsync("Huge", Huge));
        await FanOutAsync(site, student, large, Large);
        var (byLarge, byHuge) = (new Samples(), new Samples());
        for (var round = 0; round < 3; round++)
            byLarge.Add(1_000 * await FanOutAsync(site, student, large, Large) / Large);
        var before = Peak(site);
        byHuge.Add(1_000 * await FanOutAsync(site, student, huge, Huge) / Huge);
        report.AddNumber($"microseconds for each of {Large} members", byLarge.Median, "µs");
        report.AddNumber($"microseconds for each of {Huge} members", byHuge.Median, "µs", "flat");
        report.AddNumber("largest memory of any process before", before, "MB");
        report.AddNumber("largest memory of any process after", Peak(site), "MB", "bounded");
    }

    private static async Task<double> FanOutAsync(Site site, Testing.Person student, Guid network, int members)
    {
        var started = Stopwatch.GetTimestamp();
        var caseId = await Site.PostAsync(student, network);
        // As many look-ups as there are seconds: counting millions is work too.
        await site.CountsAsync(1, """SELECT COUNT(*) FROM "Waves" WHERE "CaseId" = @case""", ("case", caseId));
        await site.CountsAsync(0, """SELECT COUNT(*) FROM "OutboxMessages" """);
        while (await site.ScalarAsync<long>("""SELECT COUNT(*) FROM "Invitations" WHERE "CaseId" = @case""", ("case", caseId)) < members)
            await Task.Delay(TimeSpan.FromMilliseconds(members / 10_000), TimeProvider.System);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        Report.Say($"  {members}: {took:0} ms");
        return took;
    }

    private static double Peak(Site site) => site.Deployment.Hosts.Max(host => host.PeakMegabytes);
}
