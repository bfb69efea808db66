namespace CrowdDx.Ranking;

/// <summary>
/// Pools experts' ranked lists into one differential by inverse rank: S(c) = Σ over experts u / g, g being the rank group of c in the expert's list.
/// (Barnett et al., JAMA Network Open 2019;2(3):e190096, pool by 1/n.)
/// </summary>
public static class Pooling
{
    /// <summary>Names this algorithm in everything computed by it; changes with any change that can change a number.</summary>
    public const string AlgorithmVersion = "inverse-rank/1";

    /// <summary>Pools lists. A pure function: the order of the lists does not matter, and every machine gets the same numbers.</summary>
    /// <param name="lists">At most one list for each expert.</param>
    /// <returns>The differential; without lists an empty one.</returns>
    /// <remarks>
    /// With all weights 1 and at most five groups scores are whole sixtieths, so that ties are exact;
    /// else they are sums of doubles in the ordinal order of the experts' keys.
    /// </remarks>
    /// <exception cref="ArgumentException">An expert has two lists, or a weight is negative or not finite.</exception>
    public static PooledDifferential Pool(IReadOnlyList<ExpertList> lists)
    {
        var byExpert = CanonicalList.Sort(lists);
        var board = Board.Of(byExpert);
        var bootstrap = new Bootstrap(byExpert, board);
        if (board.Count > 0)
            for (var draw = 0; draw < Bootstrap.Draws; draw++)
                bootstrap.Draw();

        var total = Total(byExpert, board);
        var entries = new PooledEntry[board.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var standing = board[i];
            entries[i] = new(
                standing.Key,
                standing.Rank,
                standing.Score,
                total > 0 ? standing.Score / total : 0,
                Bootstrap.Share(bootstrap.Credits[i]),
                standing.Mentions,
                standing.FirstPlaces,
                standing.FirstAt);
        }

        var settled = entries.Length > 0 && Settling.Holds(entries[0].Stability, byExpert.Length);
        return new(entries, byExpert.Length, settled, total);
    }

    private static double Total(CanonicalList[] byExpert, List<Standing> board)
    {
        if (byExpert.All(static list => list.IsExact))
            return board.Sum(static standing => standing.Sixtieths) / 60.0;
        var total = 0.0;
        foreach (var standing in board.OrderBy(static standing => standing.Key, StringComparer.Ordinal))
            total += standing.Score;
        return total;
    }
}

/// <summary>A pooled differential. Two are equal when all their numbers are.</summary>
/// <param name="Entries">
/// The diagnoses by score, then by more first places, more mentions, earliest mention and ordinal key. The first is the leader.
/// </param>
/// <param name="Experts">How many lists were pooled.</param>
/// <param name="Settled">The leader's stability is at least <see cref="Settling.MinimumStability"/> with at least <see cref="Settling.MinimumAnswers"/> lists.</param>
/// <param name="TotalPoints">ΣS in points; an expert's first place is worth one point times the weight.</param>
public sealed record PooledDifferential(IReadOnlyList<PooledEntry> Entries, int Experts, bool Settled, double TotalPoints)
{
    /// <inheritdoc />
    public bool Equals(PooledDifferential? other) =>
        other is not null && Experts == other.Experts && Settled == other.Settled && TotalPoints.Equals(other.TotalPoints) && Entries.SequenceEqual(other.Entries);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Entries.Count, Entries.Count > 0 ? Entries[0] : null, Experts, Settled, TotalPoints);
}

/// <summary>One diagnosis of a pooled differential.</summary>
/// <param name="Key">The diagnosis key.</param>
/// <param name="Rank">1-based competition rank by score alone: ties share a rank, and the next rank counts them all (1, 2, 2, 4).</param>
/// <param name="Score">S in points.</param>
/// <param name="Share">S / ΣS in [0, 1], the share of points. Not a probability.</param>
/// <param name="Stability">
/// Share of 2,000 Bayesian-bootstrap draws in which it leads, in [0, 1], rounded to four decimals, halves away from zero.
/// Measures agreement, not truth: n unanimous experts give about 1 − 2^−n.
/// </param>
/// <param name="Experts">How many experts name it.</param>
/// <param name="FirstPlaces">How many experts put it at rank 1, tied or not.</param>
/// <param name="FirstSuggestedAt">The earliest <see cref="ExpertList.ReceivedAt"/>, UTC, of the pooled lists that name it.</param>
public sealed record PooledEntry(
    string Key, int Rank, double Score, double Share, double Stability, int Experts, int FirstPlaces, DateTimeOffset FirstSuggestedAt);
