using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Loading;

namespace CrowdDx.Terminology.Checking;

/// <summary>An abbreviation with several senses is claimed by each of them and declared ambiguous, with the same senses on both sides.</summary>
internal static class AbbreviationCheck
{
    public static IEnumerable<TerminologyProblem> Of(TerminologyDraft draft)
    {
        var ids = draft.Diagnoses.Select(diagnosis => diagnosis.Id).ToHashSet(StringComparer.Ordinal);
        var claims = draft.Diagnoses
            .SelectMany(diagnosis => diagnosis.Names, (diagnosis, name) => (Diagnosis: diagnosis, Name: name))
            .Where(claim => claim.Name.Name.Kind == NameKind.Abbreviation)
            .ToLookup(claim => claim.Name.Name.Text, StringComparer.Ordinal);
        var declared = draft.Ambiguous.ToLookup(ambiguous => ambiguous.Abbreviation.Text, StringComparer.Ordinal);
        return
        [
            .. declared.SelectMany(same => same.Skip(1).Select(again => again.Problem($"'{same.Key}' is declared twice."))),
            .. from ambiguous in draft.Ambiguous
               from sense in ambiguous.Abbreviation.Senses
               where !ids.Contains(sense) || !claims[ambiguous.Abbreviation.Text].Any(claim => claim.Diagnosis.Id == sense)
               select ambiguous.Problem(ids.Contains(sense)
                   ? $"'{sense}' does not claim the abbreviation '{ambiguous.Abbreviation.Text}'."
                   : $"'{sense}', a sense of '{ambiguous.Abbreviation.Text}', is no diagnosis."),
            .. from claimed in claims
               let claimants = claimed.DistinctBy(claim => claim.Diagnosis).ToList()
               let senses = declared[claimed.Key].FirstOrDefault()?.Abbreviation.Senses
               where claimants.Count > 1 || senses is not null
               from claim in claimants
               where senses?.Contains(claim.Diagnosis.Id) != true
               select claim.Diagnosis.Problem(
                   senses is null
                       ? $"'{claimed.Key}' stands for {string.Join(" and ", claimants.Select(c => c.Diagnosis.Id))}, and is not declared ambiguous."
                       : $"'{claim.Diagnosis.Id}' claims '{claimed.Key}', which is declared ambiguous without it.",
                   claim.Name.Line),
        ];
    }
}
