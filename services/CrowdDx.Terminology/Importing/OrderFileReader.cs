using System.Text.RegularExpressions;
using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Loading;

namespace CrowdDx.Terminology.Importing;

/// <summary>
/// Reads the order file of ICD-10-CM (CMS: order number in columns 1–5, code in 7–13, 0 for a header in 15, short description in 17–76, long description from 78).
/// What names no disease is passed over: external causes and factors (V–Z), encounters (seven characters), "other" and "unspecified" rests.
/// </summary>
internal sealed partial class OrderFileReader(string file, TerminologyDraft draft)
{
    private const string System = "http://hl7.org/fhir/sid/icd-10-cm";

    private readonly Dictionary<string, string> _idByCode = new(StringComparer.Ordinal);
    private readonly TerminologySource _source = new("ICD-10-CM", YearOf(file), "public domain");

    public void Read(TextReader reader)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (!Layout().IsMatch(line))
                draft.Problems.Add(new(file, number, "A line is an order number, a code, 0 or 1, a short and a long description, each in its columns."));
            else
                Add(line[6..13].TrimEnd(), (line.Length > 77 ? line[77..] : line[16..]).Trim(), number);
        }
    }

    private void Add(string code, string name, int line)
    {
        if (code[0] > 'T' || code.Length > 6 || IsRest(name))
            return;
        var dotted = code.Length > 3 ? $"{code[..3]}.{code[3..]}" : code;
        var diagnosis = new DiagnosisDraft($"ICD10CM:{dotted}", file, line) { Label = name, Icd10 = code[..3] };
        diagnosis.Names.Add(new(new(name, NameKind.Preferred, "en", _source), line));
        diagnosis.Codings.Add(new(System, dotted));
        for (var length = code.Length - 1; length > 2 && diagnosis.Parents.Count == 0; length--)
        {
            if (_idByCode.TryGetValue(code[..length], out var parent))
                diagnosis.Parents.Add(parent);
        }

        _idByCode[code] = diagnosis.Id;
        draft.Diagnoses.Add(diagnosis);
    }

    private static bool IsRest(string name) =>
        name.StartsWith("Other ", StringComparison.Ordinal) || name.Contains("unspecified", StringComparison.OrdinalIgnoreCase) || name.Contains("elsewhere", StringComparison.Ordinal)
        || name.Contains("other specified", StringComparison.OrdinalIgnoreCase);

    private static string YearOf(string file) => Year().Match(Path.GetFileName(file)).Value;

    [GeneratedRegex(@"^\d{5} [A-Z][0-9][0-9A-Z]{1,5} {0,4} [01] \S.*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Layout();

    [GeneratedRegex(@"20\d\d", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();
}
