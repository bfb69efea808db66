using FsCheck;
using FsCheck.Fluent;
using static CrowdDx.Ranking.Tests.Lists;

namespace CrowdDx.Ranking.Tests;

public class StabilityTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(10)]
    public void Stability_WhenAllAgree_IsOneMinusTwoToTheMinusN(int experts)
    {
        var pooled = Pooling.Pool([.. Enumerable.Range(0, experts).Select(i => List(i, "A"))]);
        Assert.Equal(1 - Math.Pow(2, -experts), pooled.Entries[0].Stability, 0.03);
        Assert.Equal(experts >= 4, pooled.Settled);
    }

    [Fact]
    public void Stability_WhenTwoAreAlwaysTied_IsHalved()
    {
        var pooled = Pooling.Pool(All("A B", "A B", "A B", "A B", "A B", "A B"));
        Assert.Equal(pooled.Entries[0].Stability, pooled.Entries[1].Stability);
        Assert.Equal((1 - Math.Pow(2, -6)) / 2, pooled.Entries[0].Stability, 0.015);
        Assert.False(pooled.Settled);
    }

    [Fact]
    public void Stability_WhenThreeExpertsDiffer_FollowsTheDirichletDistribution()
    {
        // One for A, one for B, one imaginary: each is the largest of three exchangeable weights with probability 1/3.
        var pooled = Pooling.Pool(All("A", "B"));
        Assert.All(pooled.Entries, e => Assert.Equal(1 / 3.0, e.Stability, 0.03));
    }

    /// <summary>Reproduced to the digit by an independent script (SHA-256, SplitMix64, the C library's logarithm).</summary>
    [Fact]
    public void Stability_ForTheseLists_IsThisToTheDigit()
    {
        ExpertList[] lists = All("A, B, C", "B, A D", "A, B", "C, A B", "A", "E, A, B, C, D");
        Assert.Equal("0e452dfdd8d9dca63a6acb7befbf5a68b206100748d036f870556e77d8a646d1", CanonicalInput.SeedDigest(lists));
        Assert.Equal(
            [("A", 0.8665), ("B", 0.0695), ("C", 0.02), ("D", 0), ("E", 0.0125)],
            Pooling.Pool(lists).Entries.Select(e => (e.Key, e.Stability)).Order());

        ExpertList[] weighted = [List(1, "A, B", 0, 0.5), List(2, "B, A", 0, 2), List(3, "C", 0, 1.25), List(4, "A C, B", 0, 0)];
        Assert.Equal(
            [("A", 0.0615), ("B", 0.5065), ("C", 0.2605)],
            Pooling.Pool(weighted).Entries.Select(e => (e.Key, e.Stability)).Order());
    }

    [Fact]
    public void IsSettled_Always_AgreesWithPool() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                Gen.OneOf(Any(weighted: true), Any(weighted: false), Agreeing()).ToArbitrary(),
                lists => Settling.IsSettled(lists) == Pooling.Pool(lists).Settled));

    [Fact]
    public void IsSettled_NearTheThreshold_AgreesWithPool()
    {
        var settled = new List<bool>();
        for (var experts = 4; experts < 12; experts++)
        {
            for (var dissenters = 0; dissenters <= experts; dissenters++)
            {
                var lists = Enumerable.Range(0, experts).Select(i => List(i, i < dissenters ? "B, A" : "A, B")).ToArray();
                settled.Add(Pooling.Pool(lists).Settled);
                Assert.Equal(settled[^1], Settling.IsSettled(lists));
            }
        }

        Assert.Contains(true, settled);
        Assert.Contains(false, settled);
    }

    [Fact]
    public void Log_OverItsRange_AgreesWithTheLibrary()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var x = Math.Pow(2, random.NextDouble() * 60 - 53);
            Assert.Equal(Math.Log(x), PortableMath.Log(x), 1e-14 * Math.Max(1, Math.Abs(Math.Log(x))));
        }

        Assert.Equal(0, PortableMath.Log(1));
    }

    [Fact]
    public void Log_OfManyAtOnce_IsTheSameToTheLastBit()
    {
        var random = new SplitMix64(5);
        double[] edges = [1, Math.Sqrt(2), Math.BitDecrement(Math.Sqrt(2)), 0.5, Math.Sqrt(0.5), Math.BitDecrement(1), 1.0 / (1UL << 53)];
        double[] values = [.. edges, .. Enumerable.Range(0, 9_998).Select(_ => random.NextUnit())];
        var logarithms = values.ToArray();
        PortableMath.Log(logarithms);
        Assert.Equal(values.Select(x => BitConverter.DoubleToInt64Bits(PortableMath.Log(x))), logarithms.Select(BitConverter.DoubleToInt64Bits));
    }

    /// <summary>The first values from seed 1234567, as published with the reference implementation's ports.</summary>
    [Fact]
    public void SplitMix64_FromAKnownSeed_GivesTheKnownValues()
    {
        var random = new SplitMix64(1234567);
        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [random.Next(), random.Next(), random.Next()]);
    }

    private static Gen<ExpertList[]> Agreeing() =>
        Gen.Choose(3, 12).SelectMany(n => Gen.Frequency((6, Gen.Constant("A, B")), (1, Gen.Constant("B")), (1, Gen.Constant("B A, C"))).ArrayOf(n))
            .Select(lists => lists.Select((list, i) => List(i, list)).ToArray());
}
