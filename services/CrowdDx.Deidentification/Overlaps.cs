namespace CrowdDx.Deidentification;

/// <summary>
/// Makes one list of what all rules found. Findings that overlap become one that covers them all, so that no half of an identifier is left behind;
/// the longest of them says what it is, then the surest, the first, and the rule that comes first by name.
/// </summary>
internal static class Overlaps
{
    public static IReadOnlyList<Finding> Resolve(IEnumerable<Finding> findings)
    {
        var resolved = new List<Finding>();
        Finding? best = null;
        var (start, end) = (0, 0);
        foreach (var finding in findings.OrderBy(finding => finding.Offset).ThenByDescending(finding => finding.Length))
        {
            if (best is not null && finding.Offset < end)
            {
                end = Math.Max(end, finding.Offset + finding.Length);
                best = Better(finding, best) ? finding : best;
                continue;
            }

            if (best is not null)
                resolved.Add(best with { Offset = start, Length = end - start });
            (best, start, end) = (finding, finding.Offset, finding.Offset + finding.Length);
        }

        if (best is not null)
            resolved.Add(best with { Offset = start, Length = end - start });
        return resolved;
    }

    private static bool Better(Finding one, Finding other) =>
        one.Length != other.Length ? one.Length > other.Length
        : one.Confidence != other.Confidence ? one.Confidence > other.Confidence
        : one.Offset != other.Offset ? one.Offset < other.Offset
        : string.CompareOrdinal(one.Rule, other.Rule) < 0;
}
