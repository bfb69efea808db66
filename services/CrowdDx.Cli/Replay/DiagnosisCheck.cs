namespace CrowdDx.Cli.Replay;

/// <summary>The API's limits on lists of diagnoses, checked before anything is sent. Gives each diagnosis without a coding one of the run's system.</summary>
internal sealed class DiagnosisCheck(string? codingSystem)
{
    /// <summary>Most rank groups of an answer.</summary>
    public const int MostGroups = 5;

    /// <summary>Most diagnoses of an answer, or of an outcome.</summary>
    public const int MostDiagnoses = 10;

    /// <summary>Longest text of a diagnosis, in UTF-16 code units.</summary>
    public const int LongestText = 200;

    /// <summary>Longest code.</summary>
    public const int LongestCode = 150;

    /// <summary>Longest name of a coding system.</summary>
    public const int LongestSystem = 100;

    /// <summary>What was found wrong so far, each with its place in the line.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Checks a ranked list with ties.</summary>
    public IReadOnlyList<IReadOnlyList<DiagnosisLine>> Ranked(string path, IReadOnlyList<IReadOnlyList<DiagnosisLine?>?>? groups)
    {
        if (groups is not { Count: > 0 })
            Errors.Add($"{path}: give at least one diagnosis.");
        if (groups?.Count > MostGroups)
            Errors.Add($"{path}: {groups.Count} rank groups; at most {MostGroups}.");
        CheckCount(path, groups?.Sum(group => group?.Count ?? 0) ?? 0);

        var seen = new HashSet<(string?, string)>();
        var ranked = new List<IReadOnlyList<DiagnosisLine>>();
        for (var g = 0; g < (groups?.Count ?? 0); g++)
        {
            if (groups![g] is not { Count: > 0 } group)
                Errors.Add($"{path}[{g}]: an empty rank group.");
            else
                ranked.Add(Each($"{path}[{g}]", group, seen));
        }

        return ranked;
    }

    /// <summary>Checks a list without ranks.</summary>
    public IReadOnlyList<DiagnosisLine> Flat(string path, IReadOnlyList<DiagnosisLine?> diagnoses)
    {
        CheckCount(path, diagnoses.Count);
        return Each(path, diagnoses, []);
    }

    private List<DiagnosisLine> Each(string path, IReadOnlyList<DiagnosisLine?> diagnoses, HashSet<(string?, string)> seen) =>
        [.. diagnoses.Select((diagnosis, i) => One($"{path}[{i}]", diagnosis ?? new(), seen))];

    private DiagnosisLine One(string path, DiagnosisLine diagnosis, HashSet<(string?, string)> seen)
    {
        if (string.IsNullOrWhiteSpace(diagnosis.Text))
        {
            Errors.Add($"{path}: a diagnosis without text.");
            return diagnosis;
        }

        if (diagnosis.Text.Length > LongestText)
            Errors.Add($"{path}: a text of {diagnosis.Text.Length} characters; at most {LongestText}.");
        if (diagnosis.Confidence is { } confidence && confidence is not (>= 0 and <= 1))
            Errors.Add($"{path}.confidence: {confidence}; it is a probability from 0 to 1.");

        var coded = diagnosis.Coding is null && codingSystem is not null ? diagnosis with { Coding = new(codingSystem, diagnosis.Text.Trim()) } : diagnosis;
        if (coded.Coding is { } coding)
            CheckCoding(path, coding, ours: diagnosis.Coding is null);
        if (!seen.Add(Identity(coded)))
            Errors.Add($"{path}: '{diagnosis.Text}' stands in this list before.");
        return coded;
    }

    private void CheckCoding(string path, CodingLine coding, bool ours)
    {
        if (string.IsNullOrWhiteSpace(coding.System) || string.IsNullOrWhiteSpace(coding.Code))
            Errors.Add($"{path}.coding: give system and code.");
        else if (coding.System.Length > LongestSystem)
            Errors.Add($"{path}.coding.system: {coding.System.Length} characters; at most {LongestSystem}.");
        else if (coding.Code.Length > LongestCode)
            Errors.Add($"{path}{(ours ? "" : ".coding.code")}: {coding.Code.Length} characters; a code has at most {LongestCode}{(ours ? " (or use --no-coding)" : "")}.");
    }

    private void CheckCount(string path, int count)
    {
        if (count > MostDiagnoses)
            Errors.Add($"{path}: {count} diagnoses; at most {MostDiagnoses}.");
    }

    /// <summary>A coding is the identity of a diagnosis; without one, its text in whatever case and spacing.</summary>
    private static (string?, string) Identity(DiagnosisLine diagnosis) => diagnosis.Coding is { System: { } system, Code: { } code }
        ? (system.Trim(), code.Trim())
        : (null, string.Join(' ', diagnosis.Text!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant());
}
