using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Importing;
using CrowdDx.Terminology.Loading;

namespace CrowdDx.Terminology.Checking;

/// <summary>A name belongs to one diagnosis. Names that differ only in how they are written are the same name.</summary>
internal static class NameCheck
{
    public static IEnumerable<TerminologyProblem> Of(TerminologyDraft draft)
    {
        var owned =
            from diagnosis in draft.Diagnoses
            from name in diagnosis.Names
            where name.Name.Kind != NameKind.Abbreviation
            let form = NameOwners.Form(name.Name.Text)
            select (Diagnosis: diagnosis, Name: name, Form: form);
        foreach (var names in owned.GroupBy(name => name.Form, StringComparer.Ordinal))
        {
            if (names.Key.Length == 0)
            {
                foreach (var (diagnosis, name, _) in names)
                    yield return diagnosis.Problem($"'{diagnosis.Id}': '{name.Name.Text}' names nothing.", name.Line);
                continue;
            }

            var first = names.First();
            foreach (var (diagnosis, name, _) in names.Where(name => name.Diagnosis != first.Diagnosis).DistinctBy(name => name.Diagnosis))
                yield return diagnosis.Problem($"'{diagnosis.Id}': '{name.Name.Text}' is a name of '{first.Diagnosis.Id}' ({first.Diagnosis.File}:{first.Name.Line}) too.", name.Line);
        }
    }
}
