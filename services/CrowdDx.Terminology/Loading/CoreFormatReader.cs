using CrowdDx.Terminology.Concepts;

namespace CrowdDx.Terminology.Loading;

/// <summary>
/// Reads the text format of the core (docs/terminology-format.md): an id at the start of a line, then indented lines of a keyword and its values.
/// A line that cannot be read is a problem with its number, and reading goes on.
/// </summary>
internal sealed class CoreFormatReader(string file, TerminologySource source, TerminologyDraft draft)
{
    private TerminologySource _source = source;
    private DiagnosisDraft? _current;
    private int _line;

    public void Read(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            _line++;
            if (line.Length == 0 || line[0] == '#' || string.IsNullOrWhiteSpace(line))
                continue;
            if (line[0] == '@')
                ReadHeader(line);
            else if (char.IsWhiteSpace(line[0]))
                ReadKeyword(line.Trim());
            else
                draft.Diagnoses.Add(_current = new(line.Trim(), file, _line));
        }
    }

    private void ReadHeader(string line)
    {
        var parts = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var values = parts.Length == 2 ? parts[1].Split(';', StringSplitOptions.TrimEntries) : [];
        if (parts[0] == "@source" && values.Length == 3)
            _source = new(values[0], values[1], values[2]);
        else
            Problem("A line that starts with @ is '@source name; version; licence'.");
    }

    private void ReadKeyword(string line)
    {
        if (_current is not { } diagnosis)
        {
            Problem("An indented line needs a diagnosis above it.");
            return;
        }

        var parts = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (keyword, rest) = (parts[0], parts.Length > 1 ? parts[1] : "");
        var values = rest.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (keyword == "dangerous")
        {
            diagnosis.IsDangerous = true;
            if (rest.Length > 0)
                Problem("'dangerous' has no value.");
            return;
        }

        if (values.Length == 0)
        {
            Problem($"'{keyword}' has no value.");
            return;
        }

        Add(diagnosis, keyword, values);
    }

    private void Add(DiagnosisDraft diagnosis, string keyword, string[] values)
    {
        switch (keyword)
        {
            case "name":
                if (diagnosis.Label is not null || values.Length > 1)
                    Problem("A diagnosis has one 'name'.");
                diagnosis.Label ??= values[0];
                Name(diagnosis, NameKind.Preferred, "en", values[..1]);
                break;
            case "also":
                Name(diagnosis, NameKind.Synonym, "en", values);
                break;
            case "abbreviation":
                Name(diagnosis, NameKind.Abbreviation, "en", values);
                break;
            case "lay":
                Name(diagnosis, NameKind.Lay, "en", values);
                break;
            case "eponym":
                Name(diagnosis, NameKind.Eponym, "en", values);
                break;
            case "parent":
                diagnosis.Parents.AddRange(values);
                break;
            case "specialty":
                diagnosis.Specialties.AddRange(values);
                break;
            case "icd10":
                if (diagnosis.Icd10 is not null || values.Length > 1)
                    Problem("A diagnosis has at most one 'icd10'.");
                diagnosis.Icd10 = values[0];
                break;
            case "code":
                AddCodings(diagnosis, values);
                break;
            default:
                if (keyword.Length == 2 && keyword.All(char.IsAsciiLetterLower))
                    Name(diagnosis, NameKind.Synonym, keyword, values);
                else
                    Problem($"'{keyword}' is no keyword.");
                break;
        }
    }

    private void AddCodings(DiagnosisDraft diagnosis, string[] values)
    {
        foreach (var value in values)
        {
            if (value.LastIndexOf('|') is > 0 and var bar && bar < value.Length - 1)
                diagnosis.Codings.Add(new(value[..bar], value[(bar + 1)..]));
            else
                Problem($"'{value}' is no code: 'system|code'.");
        }
    }

    private void Name(DiagnosisDraft diagnosis, NameKind kind, string language, string[] texts) =>
        diagnosis.Names.AddRange(texts.Select(text => new DraftName(new(text, kind, language, _source), _line)));

    private void Problem(string text) => draft.Problems.Add(new(file, _line, text));
}
