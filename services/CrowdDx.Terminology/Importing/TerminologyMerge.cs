using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Loading;

namespace CrowdDx.Terminology.Importing;

/// <summary>
/// Merges sources into one terminology, in their order: a diagnosis whose preferred name or own code is known already is the same; its other names, parents and codes are added.
/// A name stays with whom it was first; a relation that would make a circle is left out.
/// </summary>
internal sealed class TerminologyMerge
{
    private readonly NameOwners _owners = new();
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DiagnosisDraft> _merged = new(StringComparer.Ordinal);

    /// <summary>What has been merged so far.</summary>
    public TerminologyDraft Merged { get; } = new();

    /// <summary>Adds a source.</summary>
    /// <param name="source">Its diagnoses; those without a name are passed over.</param>
    /// <returns>How many were merged and added, and what was left out.</returns>
    public (int Merged, int Added, IReadOnlyList<TerminologyProblem> LeftOut) Add(TerminologyDraft source)
    {
        var (merged, leftOut) = (0, new List<TerminologyProblem>());
        var drafts = source.Diagnoses.Where(draft => draft.Label is not null && !_ids.ContainsKey(draft.Id)).DistinctBy(draft => draft.Id, StringComparer.Ordinal).ToList();
        var shared = drafts.SelectMany(draft => draft.Codings.Distinct()).CountBy(coding => coding).Where(count => count.Value > 1).Select(count => count.Key).ToHashSet();
        var known = _merged.Values.ToHashSet();
        foreach (var draft in drafts)
        {
            var same = SameAs(draft, shared, known);
            merged += same is null ? 0 : 1;
            var target = same ?? Start(draft);
            _ids[draft.Id] = target.Id;
            AddNames(draft, target, leftOut);
            target.Codings.AddRange(draft.Codings.Where(coding => !shared.Contains(coding) && _owners.Claim(coding, target)));
            target.Specialties.AddRange(draft.Specialties);
            target.Icd10 ??= draft.Icd10;
            target.IsDangerous |= draft.IsDangerous;
        }

        foreach (var draft in drafts)
            AddParents(draft, leftOut);
        Merged.Ambiguous.AddRange(source.Ambiguous);
        return (merged, drafts.Count - merged, leftOut);
    }

    /// <summary>The diagnosis of an earlier source that it is, by its preferred name, else by a code.</summary>
    private DiagnosisDraft? SameAs(DiagnosisDraft draft, HashSet<Coding> shared, HashSet<DiagnosisDraft> known)
    {
        var owner = _owners.Of(draft.Label!) ?? draft.Codings.Where(coding => !shared.Contains(coding)).Select(_owners.Of).FirstOrDefault(owner => owner is not null);
        return owner is not null && known.Contains(owner) ? owner : null;
    }

    private DiagnosisDraft Start(DiagnosisDraft draft)
    {
        var started = new DiagnosisDraft(draft.Id, draft.File, draft.Line) { Label = draft.Label };
        _merged.Add(draft.Id, started);
        Merged.Diagnoses.Add(started);
        return started;
    }

    private void AddNames(DiagnosisDraft draft, DiagnosisDraft target, List<TerminologyProblem> leftOut)
    {
        foreach (var name in draft.Names)
        {
            if (!_owners.Claim(name.Name, target))
                leftOut.Add(draft.Problem($"'{name.Name.Text}' of {draft.Id} is left out: it {(_owners.Of(name.Name.Text) is { } owner ? $"is a name of {owner.Id}" : "names nothing")}.", name.Line));
            else if (!target.Names.Exists(known => known.Name.Text == name.Name.Text && known.Name.Kind == name.Name.Kind && known.Name.Language == name.Name.Language))
                target.Names.Add(target.Names.Count > 0 && name.Name.Kind == NameKind.Preferred ? name with { Name = name.Name with { Kind = NameKind.Synonym } } : name);
        }
    }

    private void AddParents(DiagnosisDraft draft, List<TerminologyProblem> leftOut)
    {
        var target = _merged[_ids[draft.Id]];
        foreach (var parent in draft.Parents.Select(parent => _ids.GetValueOrDefault(parent, parent)).Where(_merged.ContainsKey).Distinct(StringComparer.Ordinal))
        {
            // Two that an earlier source has as one, lung cancer and lung carcinoma, are no kinds of each other any more.
            if (parent == target.Id || target.Parents.Contains(parent))
                continue;
            if (IsAbove(target.Id, parent))
                leftOut.Add(draft.Problem($"that '{target.Id}' is a kind of '{parent}' is left out: the sources before say the opposite."));
            else
                target.Parents.Add(parent);
        }
    }

    /// <summary>True if the one is above the other already.</summary>
    private bool IsAbove(string above, string below)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>([below]);
        while (next.TryPop(out var id))
        {
            if (id == above)
                return true;
            if (seen.Add(id) && _merged.TryGetValue(id, out var diagnosis))
            {
                foreach (var parent in diagnosis.Parents)
                    next.Push(parent);
            }
        }

        return false;
    }
}
