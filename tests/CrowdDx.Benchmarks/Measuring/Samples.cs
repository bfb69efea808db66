namespace CrowdDx.Benchmarks.Measuring;

/// <summary>What was measured, one number for each round or request. Safe to add to from several threads.</summary>
internal sealed class Samples
{
    private readonly List<double> _values = [];

    public int Count => _values.Count;

    public double Median => At(0.50);

    public double Mean => _values.Average();

    public double P99 => At(0.99);

    public void Add(double value)
    {
        lock (_values)
            _values.Add(value);
    }

    /// <summary>The median of this divided by <paramref name="floor"/>, round by round: a loaded machine slows both of a round.</summary>
    public double RatioTo(Samples floor)
    {
        var ratios = new Samples();
        for (var round = 0; round < Count; round++)
            ratios.Add(_values[round] / floor._values[round]);
        return ratios.Median;
    }

    /// <summary>The smallest value that a share of the values does not exceed.</summary>
    private double At(double share)
    {
        if (_values.Count == 0)
            throw new InvalidOperationException("Nothing was measured.");
        var ordered = _values.Order().ToList();
        return ordered[Math.Max(0, (int)Math.Ceiling(share * ordered.Count) - 1)];
    }
}
