using System.Text.Json;

namespace CrowdDx.Ranking.Tests;

/// <summary>
/// 974 cases of real differentials by dermatologists (Stutz et al., "Evaluating AI systems under uncertain ground truth", 2023, CC BY 4.0, every second case).
/// The expected values come from an independent script in double precision.
/// </summary>
public class DermatologyTests
{
    [SharedDataFact("dermatology-ddx/cases.jsonl")]
    public void Pool_OverAllCases_GivesTheKnownSummary()
    {
        var pooled = File.ReadLines(SharedData.PathOf("dermatology-ddx/cases.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Case>(line, JsonSerializerOptions.Web)!)
            .Select(c => Pooling.Pool([.. c.Readers.Select((groups, i) => new ExpertList($"{i:D3}", Lists.Noon, groups))]))
            .ToList();

        Assert.Equal(974, pooled.Count);
        Assert.Equal(4761, pooled.Sum(p => p.Experts));
        Assert.Equal(0.583266, pooled.Average(p => p.Entries[0].Share), 5e-7);
        Assert.Equal(0.999365, pooled.Average(p => -p.Entries.Sum(e => e.Share * Math.Log(e.Share))), 5e-7);
        Assert.Equal(3.8819, pooled.Average(p => p.Entries.Count), 5e-5);
        Assert.Equal(115, pooled.Count(p => p.Entries.Count(e => e.Rank == 1) > 1));
        Assert.Equal(74, pooled.Count(p => p.Entries.Count == 1));
    }

    private sealed record Case(IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Readers);
}
