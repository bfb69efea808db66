using System.Collections.Frozen;
using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Loading;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Importing;

/// <summary>
/// In ontologies many "exact" synonyms are narrower: acute and chronic cholecystitis are both exact synonyms of cholecystitis. A synonym that adds a modifier to the name
/// becomes a child; one that takes a modifier away is broader, and left out.
/// </summary>
internal static class ModifierSynonyms
{
    private static readonly FrozenSet<string> Narrowing = WordLists.Words("narrowing").Select(WordForm.Of).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Moves such synonyms of drafts, and adds the children behind them.</summary>
    /// <returns>How many became children, and how many were left out.</returns>
    public static (int Children, int Broader) Apply(List<DiagnosisDraft> drafts)
    {
        var (children, broader) = (new List<DiagnosisDraft>(), 0);
        var labels = drafts.Select(draft => Form(draft.Label ?? "")).ToHashSet(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            var own = Words(draft.Label ?? "");
            foreach (var name in draft.Names.FindAll(static name => name.Name is { Kind: NameKind.Synonym, Language: "en" }))
            {
                var words = Words(name.Name.Text);
                var (adds, lacks) = (Narrows(words, own), Narrows(own, words));
                if (!adds && !lacks)
                    continue;
                draft.Names.Remove(name);
                broader += lacks ? 1 : 0;
                if (adds && labels.Add(Form(name.Name.Text)))
                    children.Add(Child(draft, name));
            }
        }

        drafts.AddRange(children);
        return (children.Count, broader);
    }

    /// <summary>True if the words are the others and modifiers besides.</summary>
    private static bool Narrows(List<string> words, List<string> others)
    {
        var added = words.Except(others, StringComparer.Ordinal).ToList();
        return added.Count > 0 && added.TrueForAll(Narrowing.Contains) && !others.Except(words, StringComparer.Ordinal).Any();
    }

    private static DiagnosisDraft Child(DiagnosisDraft parent, DraftName name)
    {
        var child = new DiagnosisDraft($"{parent.Id}#{Slug.Of(name.Name.Text)}", parent.File, name.Line) { Label = name.Name.Text };
        child.Names.Add(name with { Name = name.Name with { Kind = NameKind.Preferred } });
        child.Parents.Add(parent.Id);
        return child;
    }

    private static List<string> Words(string name) => Equivalents.Of([.. Phrasing.Of(name).Select(static word => word.Text)]);

    private static string Form(string name) => string.Join(' ', Words(name).Order(StringComparer.Ordinal));
}
