using System.Text.RegularExpressions;
using CrowdDx.Terminology.Loading;

namespace CrowdDx.Terminology.Checking;

/// <summary>What is wrong with a draft as a whole: ids, parents, values, and who owns which name.</summary>
internal static partial class TerminologyCheck
{
    private static readonly HashSet<string> Specialties = new(StringComparer.Ordinal)
    {
        "general", "emergency", "internal-medicine", "cardiology", "pulmonology", "gastroenterology", "hepatology", "nephrology", "urology", "endocrinology",
        "haematology", "oncology", "rheumatology", "immunology", "infectious-diseases", "neurology", "psychiatry", "dermatology", "ophthalmology", "otolaryngology",
        "surgery", "orthopaedics", "gynaecology", "obstetrics", "paediatrics", "neonatology", "genetics", "toxicology", "intensive-care", "dentistry", "geriatrics",
        "vascular-surgery", "neurosurgery",
    };

    /// <summary>Everything that is wrong, what the readers found included, in the order of files and lines.</summary>
    public static IReadOnlyList<TerminologyProblem> Of(TerminologyDraft draft) =>
    [
        .. draft.Problems
            .Concat(Identities(draft))
            .Concat(draft.Diagnoses.SelectMany(Values))
            .Concat(ParentCheck.Of(draft))
            .Concat(NameCheck.Of(draft))
            .Concat(AbbreviationCheck.Of(draft))
            .OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line),
    ];

    private static IEnumerable<TerminologyProblem> Identities(TerminologyDraft draft) =>
        from same in draft.Diagnoses.GroupBy(diagnosis => diagnosis.Id, StringComparer.Ordinal)
        from again in same.Skip(1)
        select again.Problem($"'{again.Id}' is at {same.First().File}:{same.First().Line} already.");

    private static IEnumerable<TerminologyProblem> Values(DiagnosisDraft diagnosis)
    {
        if (diagnosis.Label is null)
            yield return diagnosis.Problem($"'{diagnosis.Id}' has no name.");
        if (diagnosis.Id.Length > DiagnosisKey.MaximumLength - 2 || diagnosis.Id.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            yield return diagnosis.Problem($"'{diagnosis.Id}' is no id: it has white space, or is too long.");
        foreach (var specialty in diagnosis.Specialties.Where(specialty => !Specialties.Contains(specialty)))
            yield return diagnosis.Problem($"'{diagnosis.Id}': '{specialty}' is no specialty.");
        if (diagnosis.Icd10 is { } code && !Icd10Category().IsMatch(code))
            yield return diagnosis.Problem($"'{diagnosis.Id}': '{code}' is no category of ICD-10, such as K85 or K85.1.");
    }

    [GeneratedRegex(@"^[A-Z]\d[0-9A-Z](\.\d)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Icd10Category();
}
