using System.Globalization;

using CrowdDx.Aggregation.Answering;
using CrowdDx.Aggregation.Diagnoses;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Requests;
using CrowdDx.Gateway.Pages.Shared;
using CrowdDx.Terminology;

namespace CrowdDx.Gateway.Pages.Answering;

/// <summary>One row of the answer form.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Tied">Whether it shares the rank of the row above.</param>
/// <param name="Confidence">The expert's probability, 0–1.</param>
/// <param name="Dangerous">Whether it must not be missed.</param>
/// <param name="Meaning">What the expert said was meant: the key of a diagnosis, or <see cref="OwnWords"/>; null where nobody asked.</param>
/// <param name="Asked">The text that was asked about: another one means something else.</param>
public sealed record AnswerRow(string Text, bool Tied, double? Confidence, bool Dangerous, string? Meaning = null, string? Asked = null)
{
    /// <summary>None of those asked about is meant.</summary>
    public const string OwnWords = "words";

    /// <summary>Whether the expert has said what this text means.</summary>
    public bool IsSettled => Meaning is not null && Asked == Text.Trim();

    /// <summary>The diagnosis that the expert chose for this text.</summary>
    public string? Chosen => IsSettled && Meaning != OwnWords ? Meaning : null;
}

/// <summary>What the answer form holds: ten rows, best first; a row that is tied joins the rank of the row above it.</summary>
/// <param name="Rows">The rows, empty ones too.</param>
/// <param name="Rationale">Why.</param>
/// <param name="NextTest">What to test next.</param>
/// <param name="Assistance">What helped.</param>
/// <param name="CaseRevision">The revision of the case that the page showed.</param>
public sealed record AnswerForm(IReadOnlyList<AnswerRow> Rows, string? Rationale, string? NextTest, Assistance Assistance, int CaseRevision)
{
    /// <summary>The form for a first answer, or with the latest one in it.</summary>
    public static AnswerForm Of(AnswerView? mine, int caseRevision)
    {
        var rows = (mine?.Diagnoses ?? [])
            .SelectMany(group => group.Select((d, i) => new AnswerRow(d.Text, Tied: i > 0, d.Confidence, d.Dangerous, d.Rule == Recognizer.ChosenRule ? d.DiagnosisId : AnswerRow.OwnWords, d.Text)))
            .ToList();
        return new(Filled(rows), mine?.Rationale, mine?.NextTest, mine?.Assistance ?? Assistance.None, caseRevision);
    }

    /// <summary>The form as a browser sent it.</summary>
    public static AnswerForm Read(IFormCollection form)
    {
        var rows = Enumerable.Range(0, Answer.MostDiagnoses).Select(i => new AnswerRow(
            form.Text($"d{i}.text") ?? "",
            form.Flag($"d{i}.tied"),
            double.TryParse(form[$"d{i}.confidence"], CultureInfo.InvariantCulture, out var confidence) ? confidence : null,
            form.Flag($"d{i}.dangerous"),
            // A tap on a question comes before what was settled earlier.
            form[$"d{i}.meaning"].FirstOrDefault(),
            form.Text($"d{i}.asked"))).ToList();
        return new(rows, form.Text("rationale"), form.Text("nextTest"), form.Choice<Assistance>("assistance") ?? Assistance.None, form.Number("caseRevision") ?? 1);
    }

    /// <summary>The request that the form stands for.</summary>
    public AnswerRequest ToRequest()
        => new([.. Groups().Select(group => group.ConvertAll(i => Request(Rows[i])))], Rationale, NextTest, Assistance, CaseRevision);

    /// <summary>What rows may mean, by row: those whose words are unclear, and whose expert has not been asked.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<Meaning>> Questions(Func<string, IReadOnlyList<Meaning>> mayMean)
        => Rows.Select((row, i) => (i, meanings: row.Text.Trim().Length == 0 || row.IsSettled ? [] : mayMean(row.Text.Trim())))
            .Where(question => question.meanings.Count > 0)
            .ToDictionary(question => question.i, question => question.meanings);

    /// <summary>What is wrong with a row, if anything.</summary>
    public string? ErrorOf(int row, Problem? problem)
    {
        var groups = Groups();
        var g = groups.FindIndex(group => group.Contains(row));
        if (g < 0 || problem is null)
            return null;
        var path = $"diagnoses[{g}][{groups[g].IndexOf(row)}]";
        var errors = (problem.Errors ?? new Dictionary<string, string[]>()).Where(e => e.Key.StartsWith(path, StringComparison.Ordinal)).SelectMany(e => e.Value).ToList();
        return errors.Count == 0 ? null : Remedies.Say(errors);
    }

    private List<List<int>> Groups()
    {
        var groups = new List<List<int>>();
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].Text.Trim().Length == 0)
                continue;
            if (Rows[i].Tied && groups.Count > 0)
                groups[^1].Add(i);
            else
                groups.Add([i]);
        }
        return groups;
    }

    private static DiagnosisRequest Request(AnswerRow row) => new(row.Text.Trim(), row.Chosen, Confidence: row.Confidence, Dangerous: row.Dangerous);

    private static List<AnswerRow> Filled(List<AnswerRow> rows)
        => [.. rows, .. Enumerable.Repeat(new AnswerRow("", false, null, false), Math.Max(0, Answer.MostDiagnoses - rows.Count))];
}
