namespace CrowdDx.Ranking;

/// <summary>One case of an expert's track record, with a strict verdict known before the case at hand was posted.</summary>
/// <param name="Hit">1 if the expert's top three held a correct diagnosis, else 0; in [0, 1].</param>
/// <param name="OthersHitRate">The hit rate of that case's other blind experts, in [0, 1]; null where there were none.</param>
public sealed record PastCase(double Hit, double? OthersHitRate);

/// <summary>
/// An expert's weight from the track record: hits beyond what the same cases' other experts scored, shrunk towards an ordinary expert by ten imaginary cases,
/// and the log odds of a hit against a chance hit, as in weighted majority voting (Nitzan and Paroush, International Economic Review 23:289–297, 1982).
/// </summary>
public static class TrackRecordWeights
{
    /// <summary>p₀: the hit rate of an ordinary expert.</summary>
    public const double PriorHitRate = 0.6;

    /// <summary>q: the hit rate by chance.</summary>
    public const double ChanceHitRate = 0.3;

    /// <summary>How many cases the prior is worth.</summary>
    public const double PriorCases = 10;

    /// <summary>p̂ = p₀ + Σ(hit − e) / (n + 10), clamped to [0.01, 0.99].</summary>
    /// <param name="pastCases">The track record; its order does not matter. Empty gives p₀.</param>
    /// <returns>The reliability p̂, a probability.</returns>
    public static double Reliability(IReadOnlyCollection<PastCase> pastCases)
    {
        ArgumentNullException.ThrowIfNull(pastCases);
        var surpluses = pastCases.Select(static past => past.Hit - (past.OthersHitRate ?? PriorHitRate)).Order().ToArray();
        var sum = 0.0;
        foreach (var surplus in surpluses)
            sum += surplus;
        return Math.Clamp(PriorHitRate + sum / (surpluses.Length + PriorCases), 0.01, 0.99);
    }

    /// <summary>u = ln(p̂(1 − q) / ((1 − p̂)q)) / ln(p₀(1 − q) / ((1 − p₀)q)), never below 0.</summary>
    /// <param name="reliability">p̂ in (0, 1).</param>
    /// <returns>The weight u ≥ 0, without unit; 1 at p̂ = p₀.</returns>
    public static double Weight(double reliability)
    {
        if (!(reliability > 0 && reliability < 1))
            throw new ArgumentOutOfRangeException(nameof(reliability), reliability, "A reliability lies between 0 and 1.");
        return reliability == PriorHitRate ? 1 : Math.Max(0, LogOdds(reliability) / LogOdds(PriorHitRate));
    }

    private static double LogOdds(double p) => PortableMath.Log(p * (1 - ChanceHitRate) / ((1 - p) * ChanceHitRate));
}
