using System.Diagnostics;
using System.Text.Json.Nodes;

using CrowdDx.Benchmarks.Measuring;
using CrowdDx.Benchmarks.Staging;
using CrowdDx.Data.FanOut;
using CrowdDx.Testing;

namespace CrowdDx.Benchmarks.FanOut;

/// <summary>
/// One case to 32,000 members: from before POST to the commit of the last invitation, seen by another connection. In write-ahead mode at
/// synchronous=FULL a row is seen after its log was flushed. Floor: one INSERT … SELECT of the same rows into a copy of the same file.
/// </summary>
internal static class FanOutScenario
{
    private const int Members = 32_000;
    private const int WarmUps = 2;

    public static async Task RunAsync(Report report)
    {
        await using var stage = Stage.Start();
        Report.Say($"fanout: seeding {Members} members through the context …");
        var network = await stage.App.CreateNetworkAsync();
        var other = await stage.App.CreateNetworkAsync();
        var student = await stage.App.StudentAsync();
        var members = await stage.JoinMembersAsync(network, Members);
        await stage.JoinMembersAsync(other, 20);
        using var floorFile = stage.CopyDatabase();
        using var watch = new InvitationWatch(stage.App.DatabaseFile, members);

        var (quiet, floor, processor) = (new Samples(), new Samples(), new Samples());
        for (var round = -WarmUps; round < report.Rounds; round++)
        {
            var before = Report.ProcessorTime;
            var took = await FanOutAsync(stage, student, network, watch);
            var used = Report.ProcessorTime - before;
            var bare = InsertBare(floorFile, network, student.Id);
            Report.Say($"  round {round}: {took:0} ms ({used:0} ms of processor), floor {bare:0} ms");
            if (round < 0)
                continue;
            quiet.Add(took);
            floor.Add(bare);
            processor.Add(used);
        }
        report.AddTimes($"POST to the last of {Members} invitations durable", quiet, floor, "ratio ≤ 2");
        report.AddTimes("— processor time of gateway and client", processor);

        var posting = new Posting(floorFile, () => PostAsync(stage, student, other));
        var idle = await posting.UntilAsync(Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System));
        var busy = new Samples();
        var posts = await posting.UntilAsync(FanOutsAsync(report.Rounds + WarmUps, () => FanOutAsync(stage, student, network, watch), busy));
        report.AddTimes($"the same while {Posting.Clients} clients post other cases", busy);
        report.AddTimes("POST /cases to another network, nothing else running", idle.Times, idle.Floor);
        report.AddTimes("POST /cases to another network while fan-outs run", posts.Times, posts.Floor, goal: "p99 ≤ 50 ms");
    }

    private static async Task FanOutsAsync(int rounds, Func<Task<double>> fanOutAsync, Samples times)
    {
        for (var round = 0; round < rounds; round++)
            times.Add(await fanOutAsync());
    }

    private static async Task<double> FanOutAsync(Stage stage, Person student, Guid network, InvitationWatch watch)
    {
        var started = Stopwatch.GetTimestamp();
        var caseId = await PostAsync(stage, student, network);
        await watch.WaitAsync(caseId);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        watch.CheckAll(caseId);
        return took;
    }

    private static async Task<Guid> PostAsync(Stage stage, Person student, Guid network)
        => (Guid)JsonNode.Parse(await stage.SendAsync(Stage.Request(HttpMethod.Post, "cases", student.Key, CrowdDxApplication.CaseBody(network))))!["id"]!;

    private static double InsertBare(FloorFile file, Guid network, Guid author)
    {
        using var insert = file.Command(
            """
            INSERT INTO "Invitations" ("CaseId", "ExpertId", "NetworkId", "WaveNumber", "Reason", "InvitedAt")
            SELECT @case, m."ExpertId", @network, 1, 0, @now FROM "Memberships" AS m
            WHERE m."NetworkId" = @network AND m."Status" = @active AND m."ExpertId" <> @author
            """,
            ("@case", Guid.CreateVersion7()), ("@network", network), ("@active", (int)MembershipStatus.Active), ("@author", author), ("@now", TimeProvider.System.GetUtcNow().UtcTicks));
        var started = Stopwatch.GetTimestamp();
        var rows = insert.ExecuteNonQuery();
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return rows == Members ? took : throw new InvalidOperationException($"{rows} rows, not {Members}.");
    }
}
