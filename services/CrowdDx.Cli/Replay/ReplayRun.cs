using System.Collections.Concurrent;
using System.Net;

using CrowdDx.Cli.Service;
using CrowdDx.Cli.Terminal;

namespace CrowdDx.Cli.Replay;

/// <summary>
/// Replays cases: posts all of them, then all answers, then the outcomes, and reads the differentials only then, so that whoever sets an outcome has not seen the board.
/// Cases go side by side; the answers of one case go one after the other, so that the order of arrival is the file's.
/// </summary>
internal sealed class ReplayRun(CrowdDxApi api, ReplayState state, ReplayOptions options, Progress progress, TimeProvider clock)
{
    private readonly Cast _cast = new(api, state, options, progress);
    private readonly ConcurrentBag<ReplayError> _errors = [];
    private int _answers;
    private int _newAnswers;
    private int _outcomes;

    /// <summary>Replays the cases. What the service refuses is in the report; the rest goes on.</summary>
    /// <exception cref="ServiceException">The service cannot be reached, or refused what the whole run needs.</exception>
    public async Task<ReplayReport> RunAsync(IReadOnlyList<ReplayCase> cases, CancellationToken cancellationToken)
    {
        var network = await _cast.AssembleAsync(cases, cancellationToken);
        var posted = await PostAsync(cases, network, cancellationToken);

        var start = clock.GetTimestamp();
        var answered = await AnswerAsync(posted, cancellationToken);
        var answering = clock.GetElapsedTime(start);
        await PostOutcomesAsync(answered, cancellationToken);

        var (digest, complete) = options.Check ? await CheckAsync(answered, cancellationToken) : (null, false);
        var boards = clock.GetElapsedTime(start);
        return new()
        {
            Url = options.Url,
            Run = options.Run,
            State = options.State,
            Network = network,
            Cases = posted.Count,
            Answers = _answers,
            NewAnswers = _newAnswers,
            Outcomes = _outcomes,
            AnswerSeconds = answering.TotalSeconds,
            AnswersPerSecond = answering > TimeSpan.Zero ? _answers / answering.TotalSeconds : 0,
            SecondsToAllBoards = complete ? boards.TotalSeconds : null,
            Digest = digest,
            Errors = [.. _errors.OrderBy(error => error.Line).ThenBy(error => error.Expert, StringComparer.Ordinal)],
        };
    }

    private async Task<List<WantedBoard>> PostAsync(IReadOnlyList<ReplayCase> cases, RunNetwork network, CancellationToken cancellationToken)
    {
        var posted = new ConcurrentBag<WantedBoard>();
        await EachAsync("Cases", cases, cases.Count, async (replayed, phase, stop) =>
        {
            var author = _cast.AuthorOf(replayed);
            var reply = await api.PostCaseAsync(author.Key, $"{options.Run}:{replayed.Id}", CaseBody.Of(replayed.Text, network.Id), stop);
            phase.Step();
            if (reply.Value is null)
                Refused(replayed, null, reply.Refusal);
            else
                posted.Add(new(replayed, reply.Value.Id, author, 0));
        }, cancellationToken);
        return [.. posted.OrderBy(board => board.Case.Line)];
    }

    private async Task<List<WantedBoard>> AnswerAsync(List<WantedBoard> posted, CancellationToken cancellationToken)
    {
        var answered = new ConcurrentBag<WantedBoard>();
        await EachAsync("Answers", posted, posted.Sum(board => board.Case.Answers.Count), async (board, phase, stop) =>
        {
            var accepted = 0;
            foreach (var answer in board.Case.Answers)
            {
                var invitation = new Backoff(clock, options.Patience);
                var reply = await api.AnswerAsync(_cast.Of(answer).Key, board.CaseId, answer.Body, invitation, stop);
                phase.Step();
                if (reply.Problem is null)
                    accepted += Accepted(reply.Status == HttpStatusCode.Created);
                else
                    Refused(board.Case, answer.Expert, reply.Status == HttpStatusCode.NotFound ? $"not invited in time: {reply.Refusal}" : reply.Refusal);
            }

            answered.Add(board with { Answers = accepted });
        }, cancellationToken);
        return [.. answered.OrderBy(board => board.Case.Line)];
    }

    private async Task PostOutcomesAsync(List<WantedBoard> answered, CancellationToken cancellationToken)
    {
        var known = answered.Where(board => board.Case.Outcome is not null && !state.HasOutcome(board.Case.Id)).ToList();
        if (known.Count == 0)
            return;
        try
        {
            await EachAsync("Outcomes", known, known.Count, async (board, phase, stop) =>
            {
                var reply = await api.PostOutcomeAsync(board.Author.Key, board.CaseId, board.Case.Outcome!, stop);
                phase.Step();
                if (reply.Problem is not null)
                {
                    Refused(board.Case, null, $"outcome: {reply.Refusal}");
                    return;
                }

                Interlocked.Increment(ref _outcomes);
                state.OutcomePosted(board.Case.Id);
            }, cancellationToken);
        }
        finally
        {
            state.Save();
        }
    }

    private async Task<(Digest Digest, bool Complete)> CheckAsync(List<WantedBoard> answered, CancellationToken cancellationToken)
    {
        // What an earlier run of this name may have answered is not known of a case with a refused answer, which is an error already.
        var wanted = answered.Where(board => board.Answers > 0 && board.Answers == board.Case.Answers.Count).ToList();
        var (boards, complete) = await new BoardCheck(api, options, progress, clock).RunAsync(wanted, cancellationToken);
        foreach (var board in wanted)
        {
            var pooled = boards.GetValueOrDefault(board.CaseId)?.Answers ?? 0;
            if (pooled != board.Answers)
                Refused(board.Case, null, $"its differential pools {pooled} of {board.Answers} answers");
        }

        return (Digest.Of([.. boards.Values]), complete && wanted.Count > 0);
    }

    private async Task EachAsync<T>(string what, IReadOnlyList<T> items, int steps, Func<T, ProgressPhase, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        using var phase = progress.Start(what, steps);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(items, parallel, async (item, stop) => await act(item, phase, stop));
    }

    private int Accepted(bool isNew)
    {
        Interlocked.Increment(ref _answers);
        if (isNew)
            Interlocked.Increment(ref _newAnswers);
        return 1;
    }

    private void Refused(ReplayCase replayed, string? expert, string message) => _errors.Add(new(replayed.Line, replayed.Id, expert, message));
}
