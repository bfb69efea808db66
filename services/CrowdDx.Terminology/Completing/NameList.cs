using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Indexing;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Completing;

/// <summary>All names in the order of their quick forms, to find those that start with a text.</summary>
internal sealed class NameList
{
    private const int MostLookedAt = 400;

    private readonly string[] _forms;
    private readonly CompletedDiagnosis[] _names;

    public NameList(LoadedTerminology terminology)
    {
        var senses = terminology.Ambiguous.SelectMany(ambiguous => ambiguous.Senses.Select((id, i) => (Key: (ambiguous.Text, id), i))).DistinctBy(sense => sense.Key).ToDictionary(sense => sense.Key, sense => sense.i);
        var names = terminology.Diagnoses
            .SelectMany(diagnosis => diagnosis.Names, (diagnosis, name) => (Form: FormOf(name.Text), Completed: new CompletedDiagnosis(diagnosis, name.Text)))
            .Where(name => name.Form.Length > 0)
            .OrderBy(name => name.Form, StringComparer.Ordinal).ThenBy(name => senses.GetValueOrDefault((name.Completed.Name, name.Completed.Diagnosis.Id)))
            .ThenBy(name => name.Completed.Diagnosis.Id, StringComparer.Ordinal)
            .ToList();
        _forms = [.. names.Select(name => name.Form)];
        _names = [.. names.Select(name => name.Completed)];
    }

    /// <summary>The names that start so: the whole first, then preferred ones, then the short.</summary>
    public IEnumerable<CompletedDiagnosis> StartingWith(string form)
    {
        var at = Array.BinarySearch(_forms, form, StringComparer.Ordinal);
        at = at < 0 ? ~at : at;
        while (at > 0 && _forms[at - 1] == form)
            at--;
        return Enumerable.Range(at, Math.Min(MostLookedAt, _forms.Length - at))
            .TakeWhile(i => _forms[i].StartsWith(form, StringComparison.Ordinal))
            .OrderBy(i => _forms[i] == form ? 0 : 1)
            .ThenBy(i => _names[i].Name == _names[i].Diagnosis.Label ? 0 : 1)
            .ThenBy(i => _forms[i].Length)
            .Select(i => _names[i]);
    }

    /// <summary>The form in which names are compared here; empty if the text names nothing.</summary>
    public static string FormOf(string text)
    {
        Span<char> form = stackalloc char[FastText.Room];
        var length = FastText.Write(text, form);
        return length > 0 ? form[..length].ToString() : string.Join(' ', Tokenizer.Read(text).Select(static token => token.Typed));
    }
}
