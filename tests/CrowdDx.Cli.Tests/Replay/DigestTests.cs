using CrowdDx.Cli.Replay;
using CrowdDx.Cli.Service;

namespace CrowdDx.Cli.Tests.Replay;

public sealed class DigestTests
{
    [Fact]
    public void Digest_WhenOfThreeBoards_IsTheirMeans()
    {
        var digest = Digest.Of([Board(1, 1), Board(2, 1, 1), Board(3, 1.5, 1, 0.5)]);

        Assert.Equal((3, 6, 1, 1), (digest.Cases, digest.Answers, digest.Tied, digest.Single));
        Assert.Equal((1 + 0.5 + 0.5) / 3, digest.MeanMaxShare, 12);
        Assert.Equal(2, digest.MeanDistinct, 12);
        var third = -(0.5 * Math.Log(0.5)) - (1 / 3.0 * Math.Log(1 / 3.0)) - (1 / 6.0 * Math.Log(1 / 6.0));
        Assert.Equal((0 + Math.Log(2) + third) / 3, digest.MeanEntropyNats, 12);
    }

    [Fact]
    public void Tie_WhenScoresAreOnlyNearlyEqual_IsNone() => Assert.Equal(0, Digest.Of([Board(2, 1, Math.BitDecrement(1.0))]).Tied);

    [Fact]
    public void Digest_WhenOfNothing_IsZero() => Assert.Equal(new(0, 0, 0, 0, 0, 0, 0), Digest.Of([]));

    /// <summary>The anchors that come with the data, to the last digit given there.</summary>
    [SharedDataFact]
    public async Task Digest_WhenOfTheDermatologyReaders_IsTheAnchor()
    {
        var cases = await CaseFile.ReadAsync(SharedDataFactAttribute.Dermatology, new("urn:test", ["dermatology"]), null, default);
        var digest = Digest.Of([.. cases.Select(Pool)]);

        Assert.Equal((974, 4_761, 115, 74), (digest.Cases, digest.Answers, digest.Tied, digest.Single));
        Assert.Equal(0.583266, digest.MeanMaxShare, 6);
        Assert.Equal(0.999365, digest.MeanEntropyNats, 6);
        Assert.Equal(3.8819, digest.MeanDistinct, 4);
    }

    private static DifferentialReply Pool(ReplayCase read)
    {
        var points = read.Answers
            .SelectMany(answer => answer.Body.Diagnoses.SelectMany((group, g) => group.Select(diagnosis => (diagnosis.Coding!.Code, Sixtieths: 60 / (g + 1)))))
            .GroupBy(point => point.Code, point => (double)point.Sixtieths, StringComparer.Ordinal)
            .Select(diagnosis => diagnosis.Sum());
        return Board(read.Answers.Count, [.. points]);
    }

    private static DifferentialReply Board(int answers, params double[] scores) =>
        new(1, answers, [.. scores.Select(score => new EntryReply(score, score / scores.Sum()))]);
}
