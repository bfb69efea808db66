namespace CrowdDx.Ranking;

/// <summary>When a differential needs no more answers.</summary>
public static class Settling
{
    /// <summary>The least stability of a settled differential's leader: 0.90.</summary>
    public const double MinimumStability = 0.90;

    /// <summary>The least number of lists of a settled differential: 4.</summary>
    public const int MinimumAnswers = 4;

    /// <summary>The rule itself.</summary>
    /// <param name="leaderStability">Stability of the leader, in [0, 1].</param>
    /// <param name="answers">How many lists were pooled.</param>
    public static bool Holds(double leaderStability, int answers) => answers >= MinimumAnswers && leaderStability >= MinimumStability;

    /// <summary>
    /// The same answer as <see cref="PooledDifferential.Settled"/> of <see cref="Pooling.Pool"/>, always, but stops drawing as soon as the rest of the
    /// draws cannot change it.
    /// </summary>
    /// <param name="lists">At most one list for each expert.</param>
    /// <exception cref="ArgumentException">An expert has two lists, or a weight is negative or not finite.</exception>
    public static bool IsSettled(IReadOnlyList<ExpertList> lists)
    {
        var byExpert = CanonicalList.Sort(lists);
        return byExpert.Length >= MinimumAnswers && IsSettled(byExpert, Board.Of(byExpert));
    }

    internal static bool IsSettled(IReadOnlyList<CanonicalList> byExpert, IReadOnlyList<Standing> board)
    {
        if (board.Count == 0 || byExpert.Count < MinimumAnswers)
            return false;

        // Credit only grows, and by at most 1 a draw. The margin is far above what adding up to 2,000 fractions can round away.
        const double margin = 1e-6;
        var bootstrap = new Bootstrap(byExpert, board);
        for (var left = Bootstrap.Draws - 1; left >= 0; left--)
        {
            bootstrap.Draw();
            if (Bootstrap.Share(bootstrap.Credits[0]) >= MinimumStability)
                return true;
            if (Bootstrap.Share(bootstrap.Credits[0] + left + margin) < MinimumStability)
                return false;
        }

        return false;
    }
}
