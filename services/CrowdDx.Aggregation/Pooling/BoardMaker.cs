using System.Security.Cryptography;
using System.Text;

using CrowdDx.Aggregation.Boards;
using CrowdDx.Ranking;

namespace CrowdDx.Aggregation.Pooling;

/// <summary>Makes a board of answers. Pure: the same answers give the same board and digest, whenever and wherever.</summary>
internal static class BoardMaker
{
    private const string Weights = "equal/1";

    /// <summary>What the board is to be made of, by which it is known whether anything is new.</summary>
    public static byte[] Digest(IReadOnlyList<ListedAnswer> answers)
    {
        var text = new StringBuilder("board/1\n");
        foreach (var part in Parts(answers))
        {
            text.Append(CanonicalInput.Digest(Lists(part))).Append('\n');
            foreach (var answer in part)
                text.Append(answer.AnswerKey).Append(' ').AppendJoin(' ', answer.Terminology.Order(StringComparer.Ordinal)).Append('\n');
        }
        foreach (var key in Dangerous(answers))
            text.Append("! ").Append(key).Append('\n');
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>The board.</summary>
    public static BoardDocument Make(IReadOnlyList<ListedAnswer> answers)
    {
        var parts = Parts(answers).ToList();
        var boards = parts.ConvertAll(part => BoardNumbers.Of(Ranking.Pooling.Pool(Lists(part))));
        return new(
            Ranking.Pooling.AlgorithmVersion,
            Weights,
            [.. parts.SelectMany(part => part).SelectMany(a => a.Terminology).Distinct().Order(StringComparer.Ordinal)],
            boards[0],
            boards[1],
            boards[2],
            Dangerous(answers));
    }

    // Blind, second look, late. A late version of an expert takes nothing from the frozen boards.
    private static IEnumerable<List<ListedAnswer>> Parts(IReadOnlyList<ListedAnswer> answers)
        =>
        [
            PooledAnswers.LatestOf(answers.Where(a => a.IsBlind)),
            PooledAnswers.LatestOf(answers.Where(a => a.SawBoard && !a.Late)),
            PooledAnswers.LatestOf(answers.Where(a => a.Late)),
        ];

    private static List<ExpertList> Lists(List<ListedAnswer> part) => part.ConvertAll(a => a.ToList());

    private static List<string> Dangerous(IReadOnlyList<ListedAnswer> answers)
        => [.. Parts(answers).Take(2).SelectMany(part => part).SelectMany(a => a.Dangerous).Distinct().Order(StringComparer.Ordinal)];
}
