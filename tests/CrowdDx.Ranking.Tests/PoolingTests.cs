using FsCheck;
using FsCheck.Fluent;
using static CrowdDx.Ranking.Tests.Lists;

namespace CrowdDx.Ranking.Tests;

public class PoolingTests
{
    [Fact]
    public void Pool_WhenWorkedByHand_GivesInverseRankPoints()
    {
        // A: 1 + 1/2 + 1; B: 1/2 + 1 + 1/2; C: 1/3; D: 1/2 (tied with A's second).
        var pooled = Pooling.Pool(All("A, B, C", "B, A D", "A, B"));

        Assert.Equal(["A", "B", "D", "C"], pooled.Entries.Select(e => e.Key));
        Assert.Equal([1, 2, 3, 4], pooled.Entries.Select(e => e.Rank));
        Assert.Equal([2.5, 2.0, 0.5, 1 / 3.0], pooled.Entries.Select(e => e.Score));
        Assert.Equal(320 / 60.0, pooled.TotalPoints);
        Assert.Equal(150.0 / 320, pooled.Entries[0].Share, 1e-15);
        Assert.Equal([3, 3, 1, 1], pooled.Entries.Select(e => e.Experts));
        Assert.Equal([2, 1, 0, 0], pooled.Entries.Select(e => e.FirstPlaces));
        Assert.Equal(Noon.AddMinutes(1), pooled.Entries[2].FirstSuggestedAt);
        Assert.Equal(3, pooled.Experts);
        Assert.False(pooled.Settled);
    }

    [Fact]
    public void Pool_WhenTheSameRanksComeInAnotherOrder_TiesExactly()
    {
        // X has ranks 1, 3, 1 and Y 1, 1, 3: in doubles 1 + 1/3 + 1 is less than 1 + 1 + 1/3, in sixtieths it is not.
        var pooled = Pooling.Pool(All("X Y", "Y, Z, X", "X, Z, Y"));
        Assert.Equal([("X", 1, 140 / 60.0), ("Y", 1, 140 / 60.0), ("Z", 3, 1.0)], pooled.Entries.Select(e => (e.Key, e.Rank, e.Score)));
    }

    [Fact]
    public void Pool_WhenSixTie_RanksTheNextSeventh()
    {
        var pooled = Pooling.Pool(All("P, Q, X, Y", "R, S, X, Y", "T, Y, X", "Z"));
        Assert.Equal(["P", "R", "T", "Z", "X", "Y", "Q", "S"], pooled.Entries.Select(e => e.Key));
        Assert.Equal([1, 1, 1, 1, 1, 1, 7, 7], pooled.Entries.Select(e => e.Rank));
    }

    [Fact]
    public void Pool_WhenScoresTie_OrdersByFirstPlacesMentionsTimeAndKeyButSharesTheRank()
    {
        // F has the first place; M two mentions at rank 2; among the rest: 1 point, one first place each, by time, then key.
        var pooled = Pooling.Pool([List(1, "F, M", 5), List(2, "K, M", 3), List(3, "E", 3), List(4, "H", 1)]);
        Assert.Equal(["H", "E", "K", "F", "M"], pooled.Entries.Select(e => e.Key));
        Assert.All(pooled.Entries, e => Assert.Equal(1, e.Rank));

        // Half a point each, no first place: two mentions at rank 4 go before one at rank 2, though later.
        var mentions = Pooling.Pool([List(1, ", , , M", 9), List(2, ", , , M", 9), List(3, ", A", 0)]);
        Assert.Equal(["M", "A"], mentions.Entries.Select(e => e.Key));
        Assert.Equal([1, 1], mentions.Entries.Select(e => e.Rank));
    }

    [Fact]
    public void Pool_WhenKeyRepeatsInAList_CountsItsBestRankOnce()
    {
        var pooled = Pooling.Pool([List(1, "A A, A B, B")]);
        Assert.Equal([1.0, 0.5], pooled.Entries.Select(e => e.Score));
        Assert.Equal([1, 1], pooled.Entries.Select(e => e.Experts));
    }

    [Fact]
    public void Pool_WhenListsAreLongerThanFiveGroups_FallsBackToDoubles()
    {
        var pooled = Pooling.Pool([List(1, "A, B, C, D, E, F, G")]);
        Assert.Equal(1 / 7.0, pooled.Entries[6].Score);
        Assert.Equal(7, pooled.Entries.Count);
    }

    [Fact]
    public void Pool_WhenWeightsDiffer_MultipliesPoints()
    {
        var pooled = Pooling.Pool([List(1, "A, B", 0, 2.5), List(2, "B", 0, 0)]);
        Assert.Equal([2.5, 1.25], pooled.Entries.Select(e => e.Score));
        Assert.Equal(2, pooled.Entries[1].Experts);
    }

    [Fact]
    public void Pool_WhenNothingCounts_IsEmptyOrZeroAndUnsettled()
    {
        var none = Pooling.Pool([]);
        Assert.Empty(none.Entries);
        Assert.Equal((0, false, 0.0), (none.Experts, none.Settled, none.TotalPoints));

        var weightless = Pooling.Pool([.. Enumerable.Range(0, 6).Select(i => List(i, "A", i, 0))]);
        Assert.Equal((0.0, 0.0, 0.0), (weightless.Entries[0].Score, weightless.Entries[0].Share, weightless.Entries[0].Stability));
        Assert.False(weightless.Settled);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Pool_WhenWeightIsNoWeight_Throws(double weight) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Pooling.Pool([List(1, "A", 0, weight)]));

    [Fact]
    public void Pool_WhenAnExpertHasTwoLists_Throws() => Assert.Throws<ArgumentException>(() => Pooling.Pool([List(1, "A"), List(1, "B")]));

    [Fact]
    public void Pool_WhenListsComeInAnotherOrder_IsTheSame() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(
                Any(weighted: false).SelectMany(lists => Gen.Shuffle(lists), (a, b) => (a, b)).ToArbitrary(),
                pair => Pooling.Pool(pair.a).Equals(Pooling.Pool(pair.b)) && CanonicalInput.Digest(pair.a) == CanonicalInput.Digest(pair.b)));

    [Fact]
    public void Pool_WhenWeightedListsComeInAnotherOrder_IsTheSame() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(
                Any(weighted: true).SelectMany(lists => Gen.Shuffle(lists), (a, b) => (a, b)).ToArbitrary(),
                pair => Pooling.Pool(pair.a).Equals(Pooling.Pool(pair.b))));

    [Fact]
    public void Pool_WhenArrivalTimesChange_KeepsEveryNumber() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(100),
            Prop.ForAll(
                Any(weighted: false).ToArbitrary(),
                lists =>
                {
                    var backwards = lists.Select((list, i) => list with { ReceivedAt = Noon.AddMinutes(-7 * i) }).ToArray();
                    return Numbers(lists).SequenceEqual(Numbers(backwards)) && CanonicalInput.SeedDigest(lists) == CanonicalInput.SeedDigest(backwards);

                    static IEnumerable<(string, int, double, double, double)> Numbers(ExpertList[] lists) =>
                        Pooling.Pool(lists).Entries.Select(e => (e.Key, e.Rank, e.Score, e.Share, e.Stability)).OrderBy(e => e.Key, StringComparer.Ordinal);
                }));

    [Fact]
    public void Pool_Always_SharesSumToOneAndRanksFollowScores() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(
                Any(weighted: true).ToArbitrary(),
                lists =>
                {
                    var pooled = Pooling.Pool(lists);
                    return (pooled.TotalPoints == 0 || Math.Abs(pooled.Entries.Sum(e => e.Share) - 1) < 1e-12)
                        && pooled.Entries.All(e => e.Rank == 1 + pooled.Entries.Count(other => other.Score > e.Score))
                        && pooled.Entries.Sum(e => e.Stability) <= 1 + 1e-3;
                }));

    [Fact]
    public void Digest_WhenOnlyATieIsWrittenInAnotherOrder_IsTheSame()
    {
        Assert.Equal(CanonicalInput.Digest([List(1, "A B, C")]), CanonicalInput.Digest([List(1, "B A A, C A")]));
        Assert.NotEqual(CanonicalInput.Digest([List(1, "A B, C")]), CanonicalInput.Digest([List(1, "A, B, C")]));
        Assert.NotEqual(CanonicalInput.Digest([List(1, "A", 0)]), CanonicalInput.Digest([List(1, "A", 1)]));
        Assert.NotEqual(CanonicalInput.Digest([List(1, "A")]), CanonicalInput.Digest([List(2, "A")]));
        Assert.NotEqual(CanonicalInput.SeedDigest([List(1, "A")]), CanonicalInput.SeedDigest([List(1, "A", 0, 2)]));
        Assert.Equal(CanonicalInput.SeedDigest([List(1, "A")]), CanonicalInput.SeedDigest([List(2, "A", 9)]));
    }
}
