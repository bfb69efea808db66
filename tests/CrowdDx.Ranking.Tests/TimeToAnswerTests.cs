using FsCheck;
using FsCheck.Fluent;
using static CrowdDx.Ranking.Tests.Lists;

namespace CrowdDx.Ranking.Tests;

public class TimeToAnswerTests
{
    [Fact]
    public void Compute_WithoutAnswers_KnowsInvitationsOnly()
    {
        var times = TimeToAnswer.Compute(new(Noon, Noon.AddMinutes(1), Noon.AddMinutes(30), null, []));
        Assert.Equal(Minutes(1), times.FirstInvitation);
        Assert.Equal(Minutes(30), times.LastInvitation);
        Assert.Null(times.FirstAnswer);
        Assert.Empty(times.NthAnswers);
        Assert.Null(times.LeaderTookLead);
        Assert.Null(times.Settled);
        Assert.Null(times.MedianAnswerFromInvitation);
        Assert.False(times.HasVerdict);
    }

    [Fact]
    public void Compute_WhenMindsChange_CountsExpertsOnceAndPoolsTheLatest()
    {
        // A leads from minute 2 (1 against 0), B ties at 3, B alone at 5 when expert 1 turns to B.
        var times = Compute(null, Answer(2, 1, "A"), Answer(3, 2, "B"), Answer(5, 1, "B"), Answer(9, 3, "C"));
        Assert.Equal([Minutes(2), Minutes(3), Minutes(9)], times.NthAnswers);
        Assert.Equal(Minutes(2), times.FirstAnswer);
        Assert.Equal(Minutes(3), times.LeaderTookLead); // tied at rank 1 from minute 3 on
    }

    [Fact]
    public void Compute_WhenTheLeadIsLostAndRecaptured_DatesTheLastCapture()
    {
        // A | A, B tie | B alone (2:1) | tie (2:2): A at rank 1 again | A 3:2.
        var times = Compute("A", Answer(1, 1, "A"), Answer(2, 2, "B"), Answer(3, 3, "B"), Answer(4, 4, "A"), Answer(7, 5, "A"));
        Assert.Equal(Minutes(4), times.LeaderTookLead);
        Assert.Equal(Minutes(4), times.LeadsAndStays);
        Assert.Equal(Minutes(1), times.FirstCorrectAnyRank);
        Assert.Equal(Minutes(1), times.FirstCorrectRankOne);
        Assert.Equal(Minutes(1), times.BoardTopThree);
    }

    [Fact]
    public void Compute_WhenTheCorrectOneLedOnly_DoesNotStay()
    {
        var times = Compute("A", Answer(1, 1, "A"), Answer(2, 2, "B"), Answer(3, 3, "B"));
        Assert.Null(times.LeadsAndStays);
        Assert.Equal(Minutes(2), times.LeaderTookLead);
        Assert.True(times.HasVerdict);
    }

    [Fact]
    public void Compute_WhenTheCorrectOneRises_DatesEachStep()
    {
        var times = Compute(
            "X",
            Answer(1, 1, "A, B, C"),
            Answer(2, 2, "A, B, C, X"), // named, rank 4 of the board
            Answer(4, 3, "A, X"), // .75 against B 1, C 2/3: rank 3
            Answer(6, 4, "X, A"), // at rank 1 of a single list; A 3.5, X 1.75
            Answer(8, 1, "X"),
            Answer(9, 2, "X")); // A 1.5, X 3.5
        Assert.Equal(Minutes(2), times.FirstCorrectAnyRank);
        Assert.Equal(Minutes(6), times.FirstCorrectRankOne);
        Assert.Equal(Minutes(4), times.BoardTopThree);
        Assert.Equal(Minutes(8), times.LeadsAndStays); // A 2.5? no: A 1 (e2) + 1 (e3) + .5 (e4) = 2.5; X .25 + .5 + 1 + 1 = 2.75
    }

    [Fact]
    public void Compute_WithSeveralCorrectKeys_TakesEither()
    {
        var answers = new[] { Answer(1, 1, "A"), Answer(2, 2, "B"), Answer(3, 3, "B"), Answer(4, 4, "C") };
        var times = TimeToAnswer.Compute(new(Noon, null, null, null, answers, new HashSet<string> { "A", "B" }));
        Assert.Equal(Minutes(1), times.LeadsAndStays);
    }

    [Fact]
    public void Compute_WithoutAVerdict_LeavesCorrectMissing_AndWithNothingCorrectNull()
    {
        var answers = new[] { Answer(1, 1, "A") };
        var missing = TimeToAnswer.Compute(new(Noon, null, null, null, answers));
        var nothing = TimeToAnswer.Compute(new(Noon, null, null, null, answers, new HashSet<string>()));
        Assert.Equal((false, null), (missing.HasVerdict, missing.FirstCorrectAnyRank));
        Assert.Equal((true, null), (nothing.HasVerdict, nothing.FirstCorrectAnyRank));
    }

    [Fact]
    public void Compute_WhenAnswersComeAfterClosing_IgnoresThem()
    {
        TimedAnswer[] blind = [Answer(1, 1, "A"), Answer(10, 2, "B")];
        TimedAnswer[] late = [Answer(11, 3, "B"), Answer(12, 1, "B")];
        var correct = new HashSet<string> { "B" };
        var closed = Noon.AddMinutes(10);
        Assert.Equal(
            TimeToAnswer.Compute(new(Noon, null, null, closed, blind, correct)),
            TimeToAnswer.Compute(new(Noon, null, null, closed, [.. late, .. blind], correct)));
    }

    [Fact]
    public void Compute_WhenFourAgree_SettlesAtTheFourthAndStaysDated()
    {
        var agree = new[] { Answer(1, 1, "A"), Answer(2, 2, "A"), Answer(3, 3, "A"), Answer(5, 4, "A") };
        Assert.Null(Compute(null, agree[..3]).Settled);
        Assert.Equal(Minutes(5), Compute(null, agree).Settled);

        var unsettled = Compute(null, [.. agree, Answer(6, 5, "B"), Answer(7, 6, "B"), Answer(8, 7, "B"), Answer(9, 8, "B")]);
        Assert.Equal(Minutes(5), unsettled.Settled);
        Assert.Equal(4, unsettled.Progress.CheckedAnswers);
        Assert.Null(Compute(null, Answer(1, 1, "A"), Answer(2, 1, "A"), Answer(3, 1, "A"), Answer(4, 1, "A")).Settled);
    }

    [Fact]
    public void Compute_FromInvitations_TakesEachExpertsFirstAnswer()
    {
        // 4, 1 and 7 minutes after their own invitations; expert 4's invitation is unknown, a changed mind does not count.
        var times = Compute(
            null,
            Answer(5, 1, "A", invited: 1),
            Answer(6, 2, "A", invited: 5),
            Answer(6, 2, "B", invited: 5, id: "later"),
            Answer(8, 3, "A", invited: 1),
            Answer(9, 4, "A"));
        Assert.Equal(Minutes(1), times.FirstAnswerFromInvitation);
        Assert.Equal(Minutes(4), times.MedianAnswerFromInvitation);
        Assert.Equal(Minutes(2.5), Compute(null, Answer(5, 1, "A", invited: 1), Answer(6, 2, "A", invited: 5)).MedianAnswerFromInvitation);
    }

    [Fact]
    public void Compute_WhenClocksDisagree_NeverGoesBelowZero() =>
        Assert.Equal(TimeSpan.Zero, Compute(null, Answer(-1, 1, "A", invited: 3)).FirstAnswerFromInvitation);

    [Fact]
    public void Compute_WhenAnIdIsGivenTwice_Throws() =>
        Assert.Throws<ArgumentException>(() => Compute(null, Answer(1, 1, "A", id: "x"), Answer(2, 2, "A", id: "x")));

    [Fact]
    public void Compute_WhenProgressIsKnown_EqualsFromScratch() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(250),
            Prop.ForAll(
                Histories().ToArbitrary(),
                history =>
                {
                    // The history is revealed in pieces of any size, in any order of arrival (also out of the order of time), then closed and reopened.
                    SettledProgress? known = null;
                    for (var shown = 0; shown <= history.Length; shown++)
                    {
                        var closed = shown % 5 == 4 ? Noon.AddMinutes(shown) : (DateTimeOffset?)null;
                        var input = new TimingInput(Noon, null, null, closed, history[..shown], new HashSet<string> { "A" });
                        var scratch = TimeToAnswer.Compute(input);
                        var resumed = TimeToAnswer.Compute(input with { Known = known });
                        if (!scratch.Equals(resumed))
                            return false;
                        if (shown % 3 != 1)
                            known = resumed.Progress;
                    }

                    return true;
                }));

    [Fact]
    public void Compute_Always_AgreesWithTheBoardsOfItsInstants() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(
                Histories().ToArbitrary(),
                history =>
                {
                    var times = TimeToAnswer.Compute(new(Noon, null, null, null, history, new HashSet<string> { "A" }));
                    var boards = history.Select(a => a.ReceivedAt).Distinct().Order().Select(at => (At: at - Noon, Board: BoardAt(history, at))).ToList();
                    var settled = boards.Where(b => b.Board.Settled).Select(b => (TimeSpan?)b.At).FirstOrDefault();
                    var topThree = boards.Where(b => b.Board.Entries.Any(e => e is { Key: "A", Rank: <= 3 })).Select(b => (TimeSpan?)b.At).FirstOrDefault();
                    var leader = boards.Count == 0 || boards[^1].Board.Entries.Count == 0 ? null : boards[^1].Board.Entries[0].Key;
                    return times.Settled == settled
                        && times.BoardTopThree == topThree
                        && times.LeaderTookLead == RunOf(boards, leader)
                        && times.LeadsAndStays == RunOf(boards, "A");
                }));

    private static TimeSpan? RunOf(List<(TimeSpan At, PooledDifferential Board)> boards, string? key)
    {
        var lost = boards.FindLastIndex(b => !b.Board.Entries.Any(e => e.Key == key && e.Rank == 1));
        return lost + 1 < boards.Count ? boards[lost + 1].At : null;
    }

    private static PooledDifferential BoardAt(TimedAnswer[] history, DateTimeOffset at) =>
        Pooling.Pool(
        [
            .. history.Where(a => a.ReceivedAt <= at).GroupBy(a => a.ExpertKey)
                .Select(g => g.OrderBy(a => a.ReceivedAt).ThenBy(a => a.AnswerId, StringComparer.Ordinal).Last())
                .Select(a => new ExpertList(a.ExpertKey, a.ReceivedAt, a.Groups, a.Weight)),
        ]);

    /// <summary>Up to 14 versions by up to 7 experts within 12 minutes, mostly but not always for A; simultaneous ones are frequent.</summary>
    private static Gen<TimedAnswer[]> Histories() =>
        Gen.Choose(0, 14).SelectMany(n =>
            Gen.Frequency((5, Gen.Constant(Groups("A, B"))), (2, Gen.Constant(Groups("B, A"))), (2, AnyGroups)).ArrayOf(n).SelectMany(
                _ => Gen.Choose(0, 1000).ArrayOf(n * 2),
                (groups, numbers) => groups
                    .Select((g, i) => new TimedAnswer($"a{numbers[i]}-{i}", $"e{numbers[i] % 7}", Noon.AddMinutes(numbers[n + i] % 12), Noon, g))
                    .ToArray()));

    private static CaseTimes Compute(string? correct, params TimedAnswer[] answers) =>
        TimeToAnswer.Compute(new(Noon, null, null, null, answers, correct is null ? null : new HashSet<string> { correct }));

    private static TimedAnswer Answer(int minute, int expert, string list, int? invited = null, string? id = null) =>
        new(
            id ?? $"{expert}@{minute}",
            $"e{expert}",
            Noon.AddMinutes(minute),
            invited is { } at ? Noon.AddMinutes(at) : null,
            Groups(list));

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}
