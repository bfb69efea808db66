namespace CrowdDx.Cli.Replay;

/// <summary>How lines become cases.</summary>
/// <param name="CodingSystem">System of the coding that each diagnosis without one gets, its text being the code; null for none.</param>
/// <param name="Specialties">Specialties of a case that names none.</param>
internal sealed record CaseLineRules(string? CodingSystem, IReadOnlyList<string> Specialties);

/// <summary>Makes a case of a line, or says all that is wrong with it. Pure.</summary>
internal sealed class CaseLineReader(CaseLineRules rules)
{
    private const int LongestName = 80;

    /// <summary>Reads a line.</summary>
    /// <returns>The case, or null and at least one error.</returns>
    public (ReplayCase? Case, IReadOnlyList<string> Errors) Read(int number, CaseLine line)
    {
        var check = new DiagnosisCheck(rules.CodingSystem);
        var errors = check.Errors;
        if (line.Case is not { Length: > 0 and <= LongestName } id || id.Any(c => c is < '!' or > '~'))
            errors.Add($"case: name the case with 1 to {LongestName} printable ASCII characters without spaces.");
        if (line.Readers is null == line.Answers is null)
            errors.Add("give either readers (the short form) or answers (the full form).");
        if (line.Author is not null)
            CheckName("author", line.Author, errors);

        var text = Text(line, errors);
        var answers = line.Readers is not null ? ShortForm(line.Readers, check) : FullForm(line.Answers ?? [], check);
        var outcome = line.Outcome is null ? null : Outcome(line.Outcome, check);
        return errors.Count > 0 ? (null, errors) : (new(number, line.Case!, line.Author, text, answers, outcome), []);
    }

    private CaseText Text(CaseLine line, List<string> errors)
    {
        var isShort = line.Readers is not null;
        if (!isShort && string.IsNullOrWhiteSpace(line.Title))
            errors.Add("title: say in a line what the case is about.");
        if (!isShort && string.IsNullOrWhiteSpace(line.Presentation))
            errors.Add("presentation: say what the patient presents with.");
        if (line.Patient is { AgeYears: not null, AgeBand: not null })
            errors.Add("patient: give ageYears or ageBand.");
        if (line.Specialties?.Any(string.IsNullOrWhiteSpace) == true)
            errors.Add("specialties: one is empty.");

        var patient = line.Patient ?? new();
        return new(
            line.Title ?? $"Replayed case {line.Case} (fictitious)",
            patient with { AgeBand = patient.AgeBand ?? (patient.AgeYears is null ? "adult" : null), Sex = patient.Sex ?? "unknown" },
            line.Presentation ?? "Fictional text for a replayed differential.",
            line.History,
            line.Examination,
            line.Investigations,
            line.Question,
            line.Specialties is { Count: > 0 } own ? [.. own.Select(slug => slug ?? "")] : rules.Specialties,
            line.Language ?? "en");
    }

    private static List<ExpertAnswer> ShortForm(IReadOnlyList<IReadOnlyList<IReadOnlyList<string?>?>?> readers, DiagnosisCheck check)
    {
        var answers = new List<ExpertAnswer>();
        for (var r = 0; r < readers.Count; r++)
        {
            var groups = readers[r]?.Select(group => (IReadOnlyList<DiagnosisLine?>?)group?.Select(text => new DiagnosisLine(text)).ToList()).ToList();
            answers.Add(new($"reader-{r}", new(check.Ranked($"readers[{r}]", groups))));
        }

        return answers;
    }

    private static List<ExpertAnswer> FullForm(IReadOnlyList<AnswerLine?> lines, DiagnosisCheck check)
    {
        var answers = new List<ExpertAnswer>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            var (path, line) = ($"answers[{i}]", lines[i] ?? new());
            CheckName($"{path}.expert", line.Expert, check.Errors);
            if (!seen.Add(line.Expert ?? ""))
                check.Errors.Add($"{path}.expert: '{line.Expert}' has answered this case before.");
            var diagnoses = check.Ranked($"{path}.diagnoses", line.Diagnoses);
            answers.Add(new(line.Expert ?? "", new(diagnoses, line.Rationale, line.NextTest, line.Assistance)));
        }

        return answers;
    }

    private static OutcomeLine Outcome(OutcomeLine line, DiagnosisCheck check)
    {
        if (string.IsNullOrWhiteSpace(line.Status))
            check.Errors.Add("outcome.status: say how sure it is: confirmed, probable, undiagnosed, resolved or lost.");
        return line with { Diagnoses = line.Diagnoses is null ? null : check.Flat("outcome.diagnoses", line.Diagnoses) };
    }

    private static void CheckName(string path, string? name, List<string> errors)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl))
            errors.Add($"{path}: give a name of 1 to {LongestName} characters.");
    }
}
