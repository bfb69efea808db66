using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Recognizing;

namespace CrowdDx.Terminology.Completing;

/// <summary>A diagnosis that what is being typed may become.</summary>
/// <param name="Diagnosis">The diagnosis.</param>
/// <param name="Name">The name of it that was found, as its source writes it.</param>
public sealed record CompletedDiagnosis(Diagnosis Diagnosis, string Name);

/// <summary>
/// Completes what is being typed, in any of the languages and with slips of the pen. The order depends on the text alone, never on what others suggested:
/// names that are it, names that start with it, names with words that do, and only where there are none of these, names with words nearly so.
/// </summary>
public sealed class DiagnosisCompleter
{
    private readonly NameList _names;
    private readonly WordCompleter _words;

    /// <summary>Completes from what a recogniser knows, and shares its index.</summary>
    public DiagnosisCompleter(PhraseRecognizer recognizer)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        _names = new(recognizer.Terminology);
        _words = new(recognizer.Index, recognizer.Known);
    }

    /// <summary>The diagnoses, the likeliest first.</summary>
    /// <param name="typed">What has been typed; more than 200 characters, or nothing but signs, complete to nothing.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<CompletedDiagnosis> Complete(string typed, int most = 10)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        if (typed.Length > PhraseRecognizer.LongestPhrase || NameList.FormOf(typed) is not { Length: > 0 } form)
            return [];
        var found = new List<CompletedDiagnosis>();
        Add(_names.StartingWith(form));
        if (found.Count < most && form.Length > 1)
            Add(_words.Find(typed, isTolerant: false));
        if (found.Count == 0)
            Add(_words.Find(typed, isTolerant: true));
        return found;

        void Add(IEnumerable<CompletedDiagnosis> more)
        {
            foreach (var completed in more)
            {
                if (found.Count == most)
                    return;
                if (!found.Exists(known => known.Diagnosis == completed.Diagnosis))
                    found.Add(completed);
            }
        }
    }
}
