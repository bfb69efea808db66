using CrowdDx.Aggregation.Pooling;
using CrowdDx.Testing.Machinery;

namespace CrowdDx.Aggregation.Tests.Pooling;

/// <summary>A board has a new version exactly when there is something new on it.</summary>
public sealed class BoardMakerTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(1, 6).Select(i => new Guid(i, 0, 0, new byte[8]))];

    private static readonly ListedAnswer[] Usual =
    [
        Answer(0, 1, ["flu"], ["tb", "lupus"]), Answer(1, 1, ["tb"]), Answer(1, 2, ["flu"]), Answer(2, 1, ["lupus"]) with { SawBoard = true },
        Answer(3, 1, ["sarcoid"]) with { Late = true }, Answer(4, 1, ["flu"], ["gout"]) with { Dangerous = ["n:gout"] },
    ];

    public static TheoryData<string> Changes { get; } = [.. ChangesByName.Keys];

    private static Dictionary<string, Func<ListedAnswer[]>> ChangesByName => new(StringComparer.Ordinal)
    {
        ["another expert"] = () => [.. Usual, Answer(5, 1, ["flu"])],
        ["one expert less"] = () => Usual[1..],
        ["a new version, even of the same list"] = () => [.. Usual, Answer(0, 2, ["flu"], ["tb", "lupus"])],
        ["another rank"] = () => With(0, a => a with { Groups = [["n:flu", "n:tb"], ["n:lupus"]] }),
        ["another time"] = () => With(0, a => a with { ReceivedAt = a.ReceivedAt.AddTicks(1) }),
        ["another terminology"] = () => With(0, a => a with { Terminology = ["core/2"] }),
        ["a mark of danger"] = () => With(0, a => a with { Dangerous = ["n:tb"] }),
        ["a blind answer that is sighted"] = () => With(0, a => a with { SawBoard = true }),
        ["an answer in time that is late"] = () => With(0, a => a with { Late = true }),
        ["a second look"] = () => [.. Usual, Answer(0, 2, ["tb"]) with { SawBoard = true }],
        ["a late answer"] = () => [.. Usual, Answer(0, 2, ["tb"]) with { Late = true }],
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Digest_AfterAChange_IsAnother(string change)
    {
        var changed = ChangesByName[change]();
        Assert.NotEqual(BoardMaker.Digest(Usual), BoardMaker.Digest(changed));
    }

    [Fact]
    public void DigestAndBoard_OfTheSameAnswersInAnyOrder_AreTheSame()
    {
        var random = new Random(7);
        var (digest, board) = (BoardMaker.Digest(Usual), BoardMaker.Make(Usual).Write());
        for (var i = 0; i < 50; i++)
        {
            var shuffled = Usual.Select(a => a with { Groups = [.. a.Groups.Select(group => group.OrderBy(_ => random.Next()).ToList())] }).ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(digest, BoardMaker.Digest(shuffled));
            Assert.Equal(board, BoardMaker.Make(shuffled).Write());
        }
    }

    [Fact]
    public void DigestAndBoard_WhateverASupersededVersionSaid_AreTheSame()
    {
        var other = With(1, a => a with { Groups = [["n:other"]], Terminology = ["core/0"], Dangerous = ["n:other"], CaseRevision = 7 });
        Assert.Equal(BoardMaker.Digest(Usual), BoardMaker.Digest(other));
        Assert.Equal(BoardMaker.Make(Usual).Write(), BoardMaker.Make(other).Write());
    }

    [Fact]
    public void Parts_OfABoard_PoolTheLatestVersionOfEachKind()
    {
        var board = BoardMaker.Make([.. Usual, Answer(0, 2, ["gout"]) with { SawBoard = true }, Answer(0, 3, ["gout"]) with { Late = true }]);
        Assert.Equal((3, 2, 2), (board.Blind.Experts, board.SecondLook.Experts, board.Late.Experts));
        var flu = board.Blind.Entries[0];
        Assert.Equal(("n:flu", 3d), (flu.Key, flu.Score));
        Assert.Equal(["n:gout"], board.Dangerous);
    }

    private static ListedAnswer[] With(int index, Func<ListedAnswer, ListedAnswer> change) => [.. Usual.Select((a, i) => i == index ? change(a) : a)];

    private static ListedAnswer Answer(int person, int version, params string[][] groups)
        => new(
            People[person], version, Seed.Then.AddMinutes((person * 10) + version), SawBoard: false, Late: false, CaseRevision: 1,
            [.. groups.Select(group => group.Select(name => $"n:{name}").ToList())], [], ["core/1"]);
}
