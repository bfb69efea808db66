using System.Security.Cryptography;
using System.Text;
using CrowdDx.Terminology.Concepts;

namespace CrowdDx.Terminology.Loading;

/// <summary>Makes a terminology of drafts. What a draft refers to and nobody has is left out; the check says so.</summary>
internal static class TerminologyAssembler
{
    public static LoadedTerminology Assemble(TerminologyDraft draft)
    {
        var drafts = draft.Diagnoses.Where(diagnosis => diagnosis.Label is not null).DistinctBy(diagnosis => diagnosis.Id, StringComparer.Ordinal).ToList();
        var known = drafts.Select(diagnosis => diagnosis.Id).ToHashSet(StringComparer.Ordinal);
        var children = drafts.SelectMany(diagnosis => diagnosis.Parents, (diagnosis, parent) => (parent, diagnosis.Id)).ToLookup(pair => pair.parent, pair => pair.Id, StringComparer.Ordinal);
        var ambiguous = draft.Ambiguous
            .Select(declared => declared.Abbreviation with { Senses = [.. declared.Abbreviation.Senses.Where(known.Contains)] })
            .ToList();
        return new(VersionOf(drafts, ambiguous), [.. drafts.Select(diagnosis => Finish(diagnosis, known, children))], ambiguous);
    }

    private static Diagnosis Finish(DiagnosisDraft draft, HashSet<string> known, ILookup<string, string> children) => new()
    {
        Id = draft.Id,
        Label = draft.Label!,
        Names = [.. draft.Names.Select(name => name.Name).OrderBy(name => name.Kind == NameKind.Preferred ? 0 : 1).Distinct()],
        Parents = [.. draft.Parents.Where(known.Contains).Distinct(StringComparer.Ordinal)],
        Children = [.. children[draft.Id].Distinct(StringComparer.Ordinal)],
        Specialties = [.. draft.Specialties.Distinct(StringComparer.Ordinal)],
        Icd10 = draft.Icd10,
        IsDangerous = draft.IsDangerous,
        Codings = [.. draft.Codings.Distinct()],
    };

    private static string VersionOf(List<DiagnosisDraft> drafts, List<AmbiguousAbbreviation> ambiguous)
    {
        var text = new StringBuilder();
        foreach (var diagnosis in drafts)
        {
            text.Append(diagnosis.Id).Append('\t').Append(diagnosis.IsDangerous).Append('\t').Append(diagnosis.Icd10).Append('\n');
            text.AppendJoin('\t', diagnosis.Parents).Append('\n').AppendJoin('\t', diagnosis.Specialties).Append('\n').AppendJoin('\t', diagnosis.Codings).Append('\n');
            text.AppendJoin('\t', diagnosis.Names.Select(name => name.Name)).Append('\n');
        }

        foreach (var abbreviation in ambiguous)
            text.Append(abbreviation.Text).Append('\t').Append(abbreviation.HasOtherSense).Append('\t').AppendJoin('\t', abbreviation.Senses).Append('\n');
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];
        var isCore = drafts.TrueForAll(diagnosis => diagnosis.Names.TrueForAll(name => name.Name.Source.Name == CoreFiles.SourceName));
        return $"{(isCore ? "core" : "merged")}:{hash}";
    }
}
