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
    private const int Rounds = 9;
    private const int BusyRounds = 10;
    private const int Clients = 4;
    private static readonly TimeSpan ClientPause = TimeSpan.FromMilliseconds(50);

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

        var (quiet, floor) = (new Samples(), new Samples());
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var took = await FanOutAsync(stage, student, network, watch);
            var bare = InsertBare(floorFile, network, student.Id);
            Report.Say($"  round {round}: {took:0} ms, floor {bare:0} ms");
            if (round < 0)
                continue;
            quiet.Add(took);
            floor.Add(bare);
        }
        report.AddTimes($"POST to the last of {Members} invitations durable", quiet, floor, "ratio ≤ 2");

        var idle = await PostUntilAsync(stage, student, other, Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System));
        var busy = new Samples();
        var posts = await PostUntilAsync(stage, student, other, FanOutsAsync(stage, student, network, watch, busy));
        report.AddTimes($"the same while {Clients} clients post other cases", busy);
        report.AddTimes("POST /cases to another network, nothing else running", idle);
        report.AddTimes("POST /cases to another network while fan-outs run", posts, goal: "p99 ≤ 50 ms");
    }

    private static async Task FanOutsAsync(Stage stage, Person student, Guid network, InvitationWatch watch, Samples times)
    {
        for (var round = 0; round < BusyRounds; round++)
            times.Add(await FanOutAsync(stage, student, network, watch));
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

    /// <summary>A few clients post, each with a pause after each response, until something has ended.</summary>
    private static async Task<Samples> PostUntilAsync(Stage stage, Person student, Guid network, Task end)
    {
        var times = new Samples();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (!end.IsCompleted)
            {
                var started = Stopwatch.GetTimestamp();
                await PostAsync(stage, student, network);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                await Task.Delay(ClientPause, TimeProvider.System);
            }
        }));
        await end;
        return times;
    }

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
