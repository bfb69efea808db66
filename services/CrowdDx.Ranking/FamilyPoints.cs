namespace CrowdDx.Ranking;

/// <summary>
/// The points of a family of diagnoses: each expert's best-ranked member counts, once, with weight / rank group. So siblings that split a vote (gallstones,
/// sludge, microlithiasis) can be seen to lead together while none of them does.
/// </summary>
public static class FamilyPoints
{
    /// <summary>The points of a family, in the same unit as <see cref="PooledEntry.Score"/>; sixtieths are exact where all lists have weight 1 and at most five groups.</summary>
    /// <param name="lists">At most one for each expert.</param>
    /// <param name="members">Keys of the family's members.</param>
    /// <exception cref="ArgumentException">An expert has two lists, or a weight is negative or not finite.</exception>
    public static double Of(IReadOnlyList<ExpertList> lists, IReadOnlySet<string> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var byExpert = CanonicalList.Sort(lists);
        if (byExpert.All(static list => list.IsExact))
            return byExpert.Sum(list => Best(list, members) is { } rank ? 60L / rank : 0) / 60.0;
        return byExpert.Sum(list => Best(list, members) is { } rank ? list.Weight / rank : 0);
    }

    /// <summary>How many experts name a member.</summary>
    public static int Experts(IReadOnlyList<ExpertList> lists, IReadOnlySet<string> members)
        => lists.Count(list => list.Groups.Any(group => group.Any(members.Contains)));

    private static int? Best(CanonicalList list, IReadOnlySet<string> members)
    {
        foreach (var (key, rank) in list.Items)
        {
            if (members.Contains(key))
                return rank;
        }
        return null;
    }
}
