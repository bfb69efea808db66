using CrowdDx.Cli.Service;

namespace CrowdDx.Cli.Replay;

/// <summary>A few numbers by which two sets of differentials can be told apart.</summary>
/// <param name="Cases">Differentials counted.</param>
/// <param name="Answers">Answers pooled in them.</param>
/// <param name="MeanMaxShare">Mean over cases of the largest share of points.</param>
/// <param name="MeanEntropyNats">Mean over cases of −Σ p ln p of the shares.</param>
/// <param name="MeanDistinct">Mean number of diagnoses.</param>
/// <param name="Tied">Cases in which two or more diagnoses have exactly the highest score.</param>
/// <param name="Single">Cases with one diagnosis only.</param>
internal sealed record Digest(int Cases, int Answers, double MeanMaxShare, double MeanEntropyNats, double MeanDistinct, int Tied, int Single)
{
    /// <summary>The digest of some differentials, in whatever order.</summary>
    public static Digest Of(IReadOnlyCollection<DifferentialReply> boards)
    {
        var ranked = boards.Where(board => board.Entries.Count > 0).ToList();
        return new(
            ranked.Count,
            ranked.Sum(board => board.Answers),
            Mean(ranked, board => board.Entries.Max(entry => entry.Share)),
            Mean(ranked, board => board.Entries.Sum(entry => entry.Share > 0 ? -entry.Share * Math.Log(entry.Share) : 0)),
            Mean(ranked, board => board.Entries.Count),
            ranked.Count(IsTied),
            ranked.Count(board => board.Entries.Count == 1));
    }

    private static double Mean(List<DifferentialReply> boards, Func<DifferentialReply, double> of) => boards.Count == 0 ? 0 : boards.Average(of);

    private static bool IsTied(DifferentialReply board)
    {
        var top = board.Entries.Max(entry => entry.Score);
        return board.Entries.Count(entry => entry.Score.Equals(top)) >= 2;
    }
}
