using System.Runtime.CompilerServices;

namespace CrowdDx.Ranking;

/// <summary>
/// The Bayesian bootstrap (Rubin, "The Bayesian bootstrap", Annals of Statistics 9:130–134, 1981) over the experts and one imaginary expert
/// who names something else at rank 1 with weight 1.
/// </summary>
/// <remarks>
/// Dirichlet(1, …, 1) weights are independent Exp(1) variates over their sum. Dividing by the sum changes no leader, so it is left out.
/// Only additions, multiplications and one division in a fixed order are used, which IEEE 754 defines to the last bit, so every machine gets the same draws.
/// </remarks>
internal sealed class Bootstrap
{
    public const int Draws = 2000;

    private readonly int[] _ends;
    private readonly int[] _keys;
    private readonly double[] _points;
    private readonly double[] _weights; // by expert, the imaginary one last
    private readonly double[] _scores;
    private readonly double[] _credits;
    private SplitMix64 _random;

    public Bootstrap(IReadOnlyList<CanonicalList> byExpert, IReadOnlyList<Standing> board)
    {
        var index = new Dictionary<string, int>(board.Count, StringComparer.Ordinal);
        for (var i = 0; i < board.Count; i++)
            index.Add(board[i].Key, i);

        var total = byExpert.Sum(static list => list.Items.Length);
        _ends = new int[byExpert.Count];
        _keys = new int[total];
        _points = new double[total];
        _weights = new double[byExpert.Count + 1];
        _scores = new double[board.Count];
        _credits = new double[board.Count];
        var at = 0;
        for (var e = 0; e < byExpert.Count; e++)
        {
            foreach (var (key, rank) in byExpert[e].Items)
            {
                _keys[at] = index[key];
                _points[at++] = byExpert[e].Weight / rank;
            }

            _ends[e] = at;
        }

        _random = new(CanonicalInput.Seed(byExpert));
    }

    /// <summary>By place on the board: in how many draws so far it led, m tied leaders counting 1/m each.</summary>
    public ReadOnlySpan<double> Credits => _credits;

    /// <summary>A share of all draws, to four decimals, halves away from zero.</summary>
    public static double Share(double credit) => Math.Round(credit / Draws, 4, MidpointRounding.AwayFromZero);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Draw()
    {
        var weights = _weights;
        var random = _random;
        for (var e = 0; e < weights.Length; e++)
            weights[e] = random.NextUnit();
        _random = random;
        PortableMath.Log(weights); // an Exp(1) variate is −ln of a uniform one; the sign is turned below

        var scores = _scores;
        var keys = _keys;
        var points = _points;
        Array.Clear(scores);
        var item = 0;
        for (var e = 0; e < _ends.Length; e++)
        {
            var weight = -weights[e];
            for (var end = _ends[e]; item < end; item++)
                scores[keys[item]] += weight * points[item];
        }

        var best = -weights[^1]; // the imaginary expert's something else
        var leaders = 1;
        foreach (var score in scores)
        {
            if (score > best)
                (best, leaders) = (score, 1);
            else if (score == best)
                leaders++;
        }

        for (var i = 0; i < scores.Length; i++)
            if (scores[i] == best)
                _credits[i] += 1.0 / leaders;
    }
}

/// <summary>SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).</summary>
internal struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A multiple of 2^−53 in (0, 1].</summary>
    public double NextUnit() => ((Next() >> 11) + 1) * (1.0 / (1UL << 53));
}
