using CrowdDx.Terminology.Typing;
using FsCheck;
using FsCheck.Fluent;

namespace CrowdDx.Terminology.Tests.Typing;

public class WordDistanceTests
{
    private static readonly Gen<string> Word = Gen.Elements("abcdeilmnoprstu".ToCharArray()).NonEmptyListOf().Select(letters => string.Concat(letters.Take(20)));

    [Theory]
    [InlineData("a", "a", 0)]
    [InlineData("pancreatitis", "pancraetitis", 1)]
    [InlineData("guillain", "gullain", 1)]
    [InlineData("hyperkalemia", "hypokalemia", 2)]
    [InlineData("ca", "abc", 3)] // optimal string alignment: no letter is touched twice
    [InlineData("abc", "", 3)]
    public void Distance_OfTwoWords_IsThis(string one, string other, int expected) => Assert.Equal(expected, Between(one, other));

    [Fact]
    public void Distance_OfAnyWords_IsThatOfTheTable() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Word.ToArbitrary(), Word.ToArbitrary(), (one, other) => Between(one, other) == Slips.Distance(one, other)));

    [Fact]
    public void Distance_IsTheSameBothWays() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Word.ToArbitrary(), Word.ToArbitrary(), (one, other) => Between(one, other) == Between(other, one)));

    [Fact]
    public void Near_FindsEveryWordOneSlipAway() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(Word.Where(word => word.Length > 4).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (word, seed) =>
            {
                var mistyped = Mistype(word, new Random(seed));
                return new WordIndex([word, "something", "else"]).Near(mistyped, 1).Exists(found => found.Word == 0);
            }));

    private static int Between(string one, string other)
    {
        Span<ulong> places = stackalloc ulong[WordDistance.Slots];
        places.Clear();
        return new WordDistance(one, places).To(other);
    }

    private static string Mistype(string word, Random random)
    {
        var at = random.Next(word.Length - 1);
        return random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, "x"),
            2 => word.Remove(at, 1).Insert(at, "x"),
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
    }
}
