namespace CrowdDx.Ranking.Tests;

public class TrackRecordWeightsTests
{
    [Fact]
    public void Reliability_WithoutARecord_IsThePriorAndWeighsOne()
    {
        Assert.Equal(0.6, TrackRecordWeights.Reliability([]));
        Assert.Equal(1.0, TrackRecordWeights.Weight(0.6));
    }

    [Fact]
    public void Reliability_WhenWorkedByHand_AddsShrunkSurplus()
    {
        // (1 − .5) + (1 − .6) + (0 − .2) = .7 over 3 + 10.
        PastCase[] record = [new(1, 0.5), new(1, null), new(0, 0.2)];
        Assert.Equal(0.6 + 0.7 / 13, TrackRecordWeights.Reliability(record), 1e-15);
        Assert.Equal(TrackRecordWeights.Reliability(record), TrackRecordWeights.Reliability([.. record.Reverse()]));
    }

    [Fact]
    public void Reliability_OfAVeryLongRecord_StaysClamped()
    {
        Assert.Equal(0.99, TrackRecordWeights.Reliability([.. Enumerable.Repeat(new PastCase(1, 0), 1000)]));
        Assert.Equal(0.01, TrackRecordWeights.Reliability([.. Enumerable.Repeat(new PastCase(0, 1), 1000)]));
    }

    [Theory]
    [InlineData(0.01, 0)]
    [InlineData(0.3, 0)]
    [InlineData(0.5, 0.676343)] // ln(7/3) / ln(3.5)
    [InlineData(0.8, 1.782933)] // ln(28/3) / ln(3.5)
    [InlineData(0.99, 4.344332)] // ln(231) / ln(3.5)
    public void Weight_OfAReliability_IsItsLogOddsAgainstChance(double reliability, double weight) =>
        Assert.Equal(weight, TrackRecordWeights.Weight(reliability), 1e-6);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Weight_OutsideProbabilities_Throws(double reliability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TrackRecordWeights.Weight(reliability));
}
