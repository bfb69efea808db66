using CrowdDx.Terminology.Loading;

namespace CrowdDx.Terminology.Checking;

/// <summary>Parents exist, and nothing is a kind of itself, at whatever distance.</summary>
internal static class ParentCheck
{
    public static IEnumerable<TerminologyProblem> Of(TerminologyDraft draft)
    {
        var byId = draft.Diagnoses.DistinctBy(diagnosis => diagnosis.Id, StringComparer.Ordinal).ToDictionary(diagnosis => diagnosis.Id, StringComparer.Ordinal);
        var missing =
            from diagnosis in draft.Diagnoses
            from parent in diagnosis.Parents
            where !byId.ContainsKey(parent)
            select diagnosis.Problem($"'{diagnosis.Id}': its parent '{parent}' is no diagnosis.");
        return [.. missing, .. Cycles(byId)];
    }

    /// <summary>One problem for each circle: what remains when everything whose parents are all gone goes too, walked upwards until a diagnosis comes again.</summary>
    private static List<TerminologyProblem> Cycles(Dictionary<string, DiagnosisDraft> byId)
    {
        var parents = byId.ToDictionary(pair => pair.Key, pair => pair.Value.Parents.Where(byId.ContainsKey).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var problems = new List<TerminologyProblem>();
        while (Peel(parents))
        {
            var path = new List<string> { parents.Keys.First() };
            while (path.IndexOf(parents[path[^1]].First()) < 0)
                path.Add(parents[path[^1]].First());
            var again = parents[path[^1]].First();
            var circle = path[path.IndexOf(again)..];
            problems.Add(byId[again].Problem($"'{again}' is a kind of itself: {string.Join(" > ", circle.Append(again))}."));
            parents[circle[^1]].Remove(again);
        }

        return problems;
    }

    /// <summary>Removes what has no parents, until all that is left has. True if something is left.</summary>
    private static bool Peel(Dictionary<string, HashSet<string>> parents)
    {
        var children = parents.SelectMany(pair => pair.Value, (pair, parent) => (parent, pair.Key)).ToLookup(pair => pair.parent, pair => pair.Key, StringComparer.Ordinal);
        var free = new Stack<string>(parents.Where(pair => pair.Value.Count == 0).Select(pair => pair.Key));
        while (free.TryPop(out var id))
        {
            parents.Remove(id);
            foreach (var child in children[id])
            {
                if (parents.TryGetValue(child, out var left) && left.Remove(id) && left.Count == 0)
                    free.Push(child);
            }
        }

        return parents.Count > 0;
    }
}
