using System.Security.Cryptography;

namespace CrowdDx.Ranking;

/// <summary>Measures how long a case took to be answered.</summary>
/// <remarks>
/// The board exists at instants: it is looked at after all answers received at the same instant are in, so that the order of simultaneous answers
/// does not matter beyond which of one expert's versions is the latest.
/// </remarks>
public static class TimeToAnswer
{
    /// <summary>Computes the times of a case, a pure function of its input; <see cref="TimingInput.Known"/> makes it faster and never different.</summary>
    /// <param name="input">The case, its answers and what is known.</param>
    /// <exception cref="ArgumentException">Two answers have the same id, or a weight is negative or not finite.</exception>
    public static CaseTimes Compute(TimingInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var answers = Counted(input);
        var reached = new Reached(input.CorrectKeys);
        var progress = Walk(input, answers, reached);
        var firsts = answers.DistinctBy(static answer => answer.ExpertKey, StringComparer.Ordinal).ToArray();
        var own = firsts.Where(static first => first.InvitedAt is not null).Select(static first => Since(first.InvitedAt!.Value, first.ReceivedAt)).Order().ToArray();
        return new()
        {
            FirstInvitation = Since(input.PostedAt, input.FirstInvitedAt),
            LastInvitation = Since(input.PostedAt, input.LastInvitedAt),
            FirstAnswer = firsts.Length > 0 ? Since(input.PostedAt, firsts[0].ReceivedAt) : null,
            NthAnswers = [.. firsts.Select(first => Since(input.PostedAt, first.ReceivedAt))],
            LeaderTookLead = Since(input.PostedAt, reached.LeaderTookLead),
            Settled = progress.Settled,
            HasVerdict = input.CorrectKeys is not null,
            FirstCorrectAnyRank = Since(input.PostedAt, reached.AnyRank),
            FirstCorrectRankOne = Since(input.PostedAt, reached.RankOne),
            BoardTopThree = Since(input.PostedAt, reached.TopThree),
            LeadsAndStays = Since(input.PostedAt, reached.CorrectLeads),
            FirstAnswerFromInvitation = own.Length > 0 ? own[0] : null,
            MedianAnswerFromInvitation = own.Length > 0 ? (own[(own.Length - 1) / 2] + own[own.Length / 2]) / 2 : null,
            Progress = progress,
        };
    }

    /// <summary>
    /// <see cref="CaseTimes.Progress"/> of <see cref="Compute"/> alone. It looks only at boards that <see cref="TimingInput.Known"/> does not cover,
    /// so that one more answer to a case of hundreds costs one board and not hundreds.
    /// </summary>
    /// <param name="input">The case, its answers and what is known.</param>
    /// <exception cref="ArgumentException">Two answers have the same id, or a weight is negative or not finite.</exception>
    public static SettledProgress ComputeProgress(TimingInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Walk(input, Counted(input), reached: null);
    }

    /// <summary>Goes through the boards in time and looks for the first settled one; tells <paramref name="reached"/> of every board where it is given.</summary>
    private static SettledProgress Walk(TimingInput input, TimedAnswer[] answers, Reached? reached)
    {
        var progress = StillValid(input, answers);
        var settled = progress?.Settled;
        var settledAfter = settled is null ? (int?)null : progress!.CheckedAnswers;

        var current = new SortedList<string, CanonicalList>(StringComparer.Ordinal);
        for (var next = 0; next < answers.Length && (reached is not null || settledAfter is null);)
        {
            var at = answers[next].ReceivedAt;
            for (; next < answers.Length && answers[next].ReceivedAt == at; next++)
            {
                var (_, expert, _, _, groups, weight) = answers[next];
                current[expert] = CanonicalList.From(expert, at, groups, weight);
                reached?.Answer(current[expert]);
            }

            var isNew = settledAfter is null && next > (progress?.CheckedAnswers ?? 0);
            if (reached is null && !isNew)
                continue;
            CanonicalList[] lists = [.. current.Values];
            var board = Board.Of(lists);
            reached?.Board(board, at);
            if (isNew && Settling.IsSettled(lists, board))
                (settledAfter, settled) = (next, Since(input.PostedAt, at));
        }

        var checkedAnswers = settledAfter ?? answers.Length;
        return new(checkedAnswers, Digest(input.PostedAt, answers.AsSpan(0, checkedAnswers)), settled);
    }

    private static TimedAnswer[] Counted(TimingInput input)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in input.Answers)
            if (!ids.Add(answer.AnswerId))
                throw new ArgumentException($"Answer '{answer.AnswerId}' is given twice.", nameof(input));
        return
        [
            .. input.Answers.Where(answer => input.ClosedAt is not { } closed || answer.ReceivedAt <= closed)
                .OrderBy(static answer => answer.ReceivedAt)
                .ThenBy(static answer => answer.AnswerId, StringComparer.Ordinal),
        ];
    }

    /// <summary>What is known, if the answers it was computed from still stand first and no other came at the instant of the last of them.</summary>
    private static SettledProgress? StillValid(TimingInput input, TimedAnswer[] answers)
    {
        if (input.Known is not { } known || known.CheckedAnswers < 0 || known.CheckedAnswers > answers.Length)
            return null;
        var n = known.CheckedAnswers;
        if (n > 0 && n < answers.Length && answers[n].ReceivedAt == answers[n - 1].ReceivedAt)
            return null;
        return known.PrefixDigest == Digest(input.PostedAt, answers.AsSpan(0, n)) ? known : null;
    }

    private static string Digest(DateTimeOffset postedAt, ReadOnlySpan<TimedAnswer> answers)
    {
        var bytes = new List<byte>(64 + answers.Length * 256);
        CanonicalList.Write(bytes, Pooling.AlgorithmVersion);
        CanonicalList.Write(bytes, postedAt.UtcTicks);
        CanonicalList.Write(bytes, answers.Length);
        foreach (var (id, expert, receivedAt, _, groups, weight) in answers)
        {
            CanonicalList.Write(bytes, id);
            CanonicalList.Write(bytes, expert);
            CanonicalList.Write(bytes, receivedAt.UtcTicks);
            bytes.AddRange(CanonicalList.From(expert, receivedAt, groups, weight).Bytes);
        }

        return Convert.ToHexStringLower(SHA256.HashData(CanonicalList.Span(bytes)));
    }

    private static TimeSpan? Since(DateTimeOffset start, DateTimeOffset? end) => end is { } at ? Since(start, at) : null;

    private static TimeSpan Since(DateTimeOffset start, DateTimeOffset end) => end > start ? end - start : TimeSpan.Zero;

    /// <summary>What has been reached so far, and when.</summary>
    private sealed class Reached(IReadOnlySet<string>? correct)
    {
        private Dictionary<string, DateTimeOffset> _leading = new(StringComparer.Ordinal);

        public DateTimeOffset? LeaderTookLead { get; private set; }

        public DateTimeOffset? AnyRank { get; private set; }

        public DateTimeOffset? RankOne { get; private set; }

        public DateTimeOffset? TopThree { get; private set; }

        public DateTimeOffset? CorrectLeads { get; private set; }

        public void Answer(CanonicalList list)
        {
            if (correct is null)
                return;
            foreach (var (key, rank) in list.Items)
            {
                if (!correct.Contains(key))
                    continue;
                AnyRank ??= list.ReceivedAt;
                if (rank == 1)
                    RankOne ??= list.ReceivedAt;
            }
        }

        public void Board(List<Standing> board, DateTimeOffset at)
        {
            var leading = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
            foreach (var standing in board.TakeWhile(static standing => standing.Rank == 1))
                leading.Add(standing.Key, _leading.GetValueOrDefault(standing.Key, at));
            _leading = leading;
            LeaderTookLead = board.Count > 0 ? leading[board[0].Key] : null;

            if (correct is null)
                return;
            if (board.TakeWhile(static standing => standing.Rank <= 3).Any(standing => correct.Contains(standing.Key)))
                TopThree ??= at;
            CorrectLeads = leading.Keys.Any(correct.Contains) ? CorrectLeads ?? at : null;
        }
    }
}
