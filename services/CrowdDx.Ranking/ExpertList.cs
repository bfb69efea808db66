namespace CrowdDx.Ranking;

/// <summary>One expert's ranked differential, as it enters a pool.</summary>
/// <param name="ExpertKey">Identifies the expert within the case; unique in a pool and compared ordinally.</param>
/// <param name="ReceivedAt">When the pooled version of the answer was received. Breaks ties between diagnoses and nothing else.</param>
/// <param name="Groups">
/// <c>Groups[g - 1]</c> holds the keys of the diagnoses tied at rank g. Order and repetition within a group mean nothing;
/// a key in several groups counts once, at its best rank. An empty group keeps its rank free.
/// </param>
/// <param name="Weight">The expert's reliability u ≥ 0, finite, without unit; 1 is the default and means a vote of the ordinary size.</param>
public sealed record ExpertList(string ExpertKey, DateTimeOffset ReceivedAt, IReadOnlyList<IReadOnlyList<string>> Groups, double Weight = 1);
