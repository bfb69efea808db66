using System.Collections.Concurrent;
using System.Net;

using CrowdDx.Cli.Service;
using CrowdDx.Cli.Terminal;

namespace CrowdDx.Cli.Replay;

/// <summary>Reads every differential back until it has pooled all that was answered.</summary>
internal sealed class BoardCheck(CrowdDxApi api, ReplayOptions options, Progress progress, TimeProvider clock)
{
    /// <summary>Waits for the boards; gives up when none of them has moved for as long as patience lasts.</summary>
    /// <returns>The boards as last read, by case id, and whether all were complete.</returns>
    public async Task<(IReadOnlyDictionary<Guid, DifferentialReply> Boards, bool Complete)> RunAsync(
        IReadOnlyList<WantedBoard> wanted, CancellationToken cancellationToken)
    {
        using var phase = progress.Start("Boards", wanted.Count);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken };
        var boards = new ConcurrentDictionary<Guid, DifferentialReply>();
        var waiting = wanted;
        var backoff = new Backoff(clock, options.Patience);
        while (true)
        {
            var moved = 0;
            await Parallel.ForEachAsync(waiting, parallel, async (board, stop) =>
            {
                var reply = await api.GetDifferentialAsync(board.Author.Key, board.CaseId, stop);
                if (reply.Status == HttpStatusCode.NotFound)
                    return;
                var now = reply.OrThrow($"Reading the differential of {board.Case.Id}");
                if (!boards.TryGetValue(board.CaseId, out var before) || before.Answers != now.Answers)
                    Interlocked.Increment(ref moved);
                boards[board.CaseId] = now;
                if (now.Answers == board.Answers)
                    phase.Step();
            });

            waiting = [.. waiting.Where(board => !boards.TryGetValue(board.CaseId, out var now) || now.Answers != board.Answers)];
            if (moved > 0)
                backoff.Reset();
            if (waiting.Count == 0 || !await backoff.WaitAsync(cancellationToken))
                return (boards, waiting.Count == 0);
        }
    }
}

/// <summary>A board that is to be read.</summary>
/// <param name="Case">The case in the file.</param>
/// <param name="CaseId">The case in the service.</param>
/// <param name="Author">Who may read it.</param>
/// <param name="Answers">How many experts have answered.</param>
internal sealed record WantedBoard(ReplayCase Case, Guid CaseId, RunAccount Author, int Answers);
