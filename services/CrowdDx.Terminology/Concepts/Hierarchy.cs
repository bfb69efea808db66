using System.Collections.Concurrent;

namespace CrowdDx.Terminology.Concepts;

/// <summary>How one diagnosis stands to another.</summary>
public enum Relation
{
    /// <summary>They are the same.</summary>
    Same,

    /// <summary>The first is a kind of the second.</summary>
    Narrower,

    /// <summary>The second is a kind of the first.</summary>
    Broader,

    /// <summary>Neither is a kind of the other.</summary>
    Other,
}

/// <summary>Diagnoses that are kinds of one.</summary>
/// <param name="Of">What they are kinds of; it may be one of the members itself.</param>
/// <param name="Members">Ids of at least two of the diagnoses asked about, in the order asked.</param>
public sealed record Family(Diagnosis Of, IReadOnlyList<string> Members);

/// <summary>The is-a relations of a terminology.</summary>
public sealed class Hierarchy
{
    private readonly LoadedTerminology _terminology;
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> _ancestors = new(StringComparer.Ordinal);

    internal Hierarchy(LoadedTerminology terminology) => _terminology = terminology;

    /// <summary>Ids of everything that a diagnosis is a kind of, at any distance, without itself; empty for an unknown id.</summary>
    public IReadOnlySet<string> Ancestors(string id) => _terminology.Find(id) is null ? new HashSet<string>() : _ancestors.GetOrAdd(id, Climb);

    /// <summary>How the first stands to the second; an unknown id is like no other.</summary>
    public Relation Relate(string first, string second) =>
        first == second ? Relation.Same
        : Ancestors(first).Contains(second) ? Relation.Narrower
        : Ancestors(second).Contains(first) ? Relation.Broader
        : Relation.Other;

    /// <summary>
    /// The families that some diagnoses form, closest first: every diagnosis of which at least two of them are kinds (or one is it and another its kind),
    /// without those whose members all belong to one closer family.
    /// </summary>
    /// <param name="ids">Ids of diagnoses; unknown ones are passed over.</param>
    public IReadOnlyList<Family> Families(IEnumerable<string> ids)
    {
        var asked = ids.Distinct(StringComparer.Ordinal).ToList();
        var families = asked
            .SelectMany(id => Ancestors(id).Append(id), (id, of) => (id, of))
            .GroupBy(pair => pair.of, pair => pair.id, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => new Family(_terminology.Find(group.Key)!, [.. group]))
            .OrderBy(family => family.Members.Count)
            .ThenByDescending(family => Ancestors(family.Of.Id).Count)
            .ThenBy(family => family.Of.Id, StringComparer.Ordinal)
            .ToList();
        return [.. families.Where((family, i) => !families.Take(i).Any(closer => family.Members.All(closer.Members.Contains)))];
    }

    private HashSet<string> Climb(string id)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>(_terminology.Find(id)!.Parents);
        while (next.TryPop(out var parent))
        {
            if (parent != id && found.Add(parent) && _terminology.Find(parent) is { } diagnosis)
            {
                foreach (var above in diagnosis.Parents)
                    next.Push(above);
            }
        }

        return found;
    }
}
