using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CrowdDx.Benchmarks.Measuring;

/// <summary>A line of the report.</summary>
/// <param name="Scenario">Which scenario.</param>
/// <param name="Measure">What was measured.</param>
/// <param name="Count">How many rounds or requests.</param>
/// <param name="Median">Their median.</param>
/// <param name="P99">Their 99th percentile; of fewer than 100 that is the largest.</param>
/// <param name="Unit">Of both.</param>
/// <param name="Floor">The floor's median, in the same unit.</param>
/// <param name="Ratio">Measured against floor, round by round; above 1 the measured is slower.</param>
/// <param name="Goal">What it should reach.</param>
internal sealed record Line(string Scenario, string Measure, int Count, double Median, double P99, string Unit, double? Floor, double? Ratio, string? Goal);

/// <summary>Collects results and prints them.</summary>
internal sealed class Report
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly List<Line> _lines = [];

    public string Scenario { get; set; } = "";

    /// <summary>How many rounds to measure, after the warm-ups.</summary>
    public int Rounds { get; init; } = 7;

    /// <summary>Processor time that this process has used so far, in milliseconds: gateway and clients together. A busy machine changes it little.</summary>
    public static double ProcessorTime => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    /// <summary>Says on standard error what goes on, and gives a stopwatch for it.</summary>
    public static Stopwatch Say(string what)
    {
        Console.Error.WriteLine(what);
        return Stopwatch.StartNew();
    }

    /// <summary>Times in milliseconds, against a floor of as many rounds or none.</summary>
    public void AddTimes(string measure, Samples times, Samples? floor = null, string? goal = null)
        => Add(new(Scenario, measure, times.Count, times.Median, times.P99, "ms", floor?.Median, floor is null ? null : times.RatioTo(floor), goal));

    /// <summary>Rates a second, against the floor's or none; the ratio says how many times faster the floor is.</summary>
    public void AddRates(string measure, Samples rates, Samples? floor = null, string? goal = null)
        => Add(new(Scenario, measure, rates.Count, rates.Median, rates.P99, "/s", floor?.Median, floor?.RatioTo(rates), goal));

    /// <summary>One number.</summary>
    public void AddNumber(string measure, double value, string unit, string? goal = null) => Add(new(Scenario, measure, 1, value, value, unit, null, null, goal));

    public void PrintTable(TextWriter to)
    {
        to.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd}");
        to.WriteLine();
        to.WriteLine("| scenario | measure | n | median | p99 | floor (median) | ratio | goal |");
        to.WriteLine("|---|---|---:|---:|---:|---:|---:|---|");
        foreach (var line in _lines)
        {
            var cells = $"{line.Count} | {Text(line.Median)} {line.Unit} | {Text(line.P99)} | {Text(line.Floor)} | {Text(line.Ratio)}";
            to.WriteLine($"| {line.Scenario} | {line.Measure} | {cells} | {line.Goal} |");
        }
    }

    public void WriteJson(string file) => File.WriteAllText(file, JsonSerializer.Serialize(_lines, Indented));

    private void Add(Line line)
    {
        _lines.Add(line);
        Console.Error.WriteLine($"  {line.Measure}: {Text(line.Median)} {line.Unit} (p99 {Text(line.P99)}), floor {Text(line.Floor)}, ratio {Text(line.Ratio)}");
    }

    private static string Text(double? value) => value is null ? "–" : value.Value.ToString(value < 100 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
