namespace CrowdDx.Benchmarks.Staging;

/// <summary>Ranked lists as a crowd gives them: a few diagnoses come often, many rarely. The same numbers give the same lists.</summary>
internal static class Opinions
{
    private const int Diagnoses = 60;

    /// <summary>Five diagnoses in four groups, the last two of them tied.</summary>
    public static string[] Of(int number)
    {
        var random = new Random(number);
        var named = new List<string>();
        while (named.Count < 5)
        {
            // The square makes small numbers frequent.
            var diagnosis = $"Diagnosis number {(int)(Math.Pow(random.NextDouble(), 2) * Diagnoses)} of the list";
            if (!named.Contains(diagnosis))
                named.Add(diagnosis);
        }
        return [named[0], named[1], named[2], $"{named[3]}|{named[4]}"];
    }
}
