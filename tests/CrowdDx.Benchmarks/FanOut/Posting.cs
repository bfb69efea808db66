using System.Diagnostics;

using CrowdDx.Benchmarks.Measuring;
using CrowdDx.Benchmarks.Staging;

namespace CrowdDx.Benchmarks.FanOut;

/// <summary>A few clients that post cases, each with a pause after each response. Floor: a bare commit of one row, right after each.</summary>
internal sealed class Posting(FloorFile floorFile, Func<Task> postAsync)
{
    public const int Clients = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Lock _oneAtATime = new();

    public async Task<(Samples Times, Samples Floor)> UntilAsync(Task end)
    {
        var (times, floor) = (new Samples(), new Samples());
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (!end.IsCompleted)
            {
                var started = Stopwatch.GetTimestamp();
                await postAsync();
                var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                lock (_oneAtATime)
                {
                    times.Add(took);
                    floor.Add(CommitBare());
                }
                await Task.Delay(Pause, TimeProvider.System);
            }
        }));
        await end;
        return (times, floor);
    }

    private double CommitBare()
    {
        using var insert = floorFile.Command(
            """INSERT INTO "OutboxMessages" ("Id", "Type", "Body", "CreatedAt") VALUES (@id, '', '', 0)""", ("@id", Guid.CreateVersion7()));
        var started = Stopwatch.GetTimestamp();
        insert.ExecuteNonQuery();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
