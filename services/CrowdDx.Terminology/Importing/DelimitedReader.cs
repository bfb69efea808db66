using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Loading;

namespace CrowdDx.Terminology.Importing;

/// <summary>
/// Reads names from separated values. The first row names the columns: <c>name</c>, and as wanted <c>id</c>, <c>kind</c>, <c>language</c>, <c>parent</c>, <c>specialty</c>,
/// <c>icd10</c>, <c>dangerous</c>, <c>code</c>, <c>source</c>, <c>version</c>, <c>licence</c>. Each row is a name; rows with the same id are names of one diagnosis, the first the preferred one.
/// </summary>
internal sealed class DelimitedReader(string file, TerminologyDraft draft)
{
    private static readonly string[] Columns = ["id", "name", "kind", "language", "parent", "specialty", "icd10", "dangerous", "code", "source", "version", "licence"];

    private readonly Dictionary<string, DiagnosisDraft> _byId = new(StringComparer.Ordinal);
    private Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    public void Read(TextReader reader, char separator)
    {
        foreach (var row in DelimitedRows.Read(reader, separator))
        {
            if (_columns.Count == 0)
            {
                if (!ReadHeader(row))
                    return;
            }
            else if (row.IsOpen || row.Fields.Count > _columns.Count)
            {
                Problem(row, row.IsOpen ? "A quote is not closed." : $"The row has {row.Fields.Count} fields; the header has {_columns.Count}.");
            }
            else
            {
                Add(row);
            }
        }
    }

    private bool ReadHeader(DelimitedRow row)
    {
        var names = row.Fields.Select(static field => field.ToLowerInvariant()).ToList();
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count || names.Find(name => !Columns.Contains(name)) is not null || !names.Contains("name"))
        {
            Problem(row, $"The first row names the columns: 'name', and of {string.Join(", ", Columns)} what is wanted, each once.");
            return false;
        }

        _columns = names.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        return true;
    }

    private void Add(DelimitedRow row)
    {
        var name = Field(row, "name");
        var id = Field(row, "id") is { Length: > 0 } given ? given : Slug.Of(name);
        if (name.Length == 0 || id.Length == 0)
        {
            Problem(row, "The row has no name.");
            return;
        }

        var isNew = !_byId.TryGetValue(id, out var diagnosis);
        if (diagnosis is null)
        {
            _byId.Add(id, diagnosis = new(id, file, row.Line) { Label = name });
            draft.Diagnoses.Add(diagnosis);
        }

        if (KindOf(Field(row, "kind"), isNew) is not { } kind)
        {
            Problem(row, $"'{Field(row, "kind")}' is no kind of name: {string.Join(", ", Enum.GetNames<NameKind>()).ToLowerInvariant()}.");
            return;
        }

        var language = Field(row, "language") is { Length: > 0 } written ? written.ToLowerInvariant() : "en";
        diagnosis.Names.Add(new(new(name, kind, language, SourceOf(row)), row.Line));
        diagnosis.Parents.AddRange(Values(row, "parent"));
        diagnosis.Specialties.AddRange(Values(row, "specialty"));
        diagnosis.Icd10 ??= Field(row, "icd10") is { Length: > 0 } code ? code : null;
        diagnosis.IsDangerous |= Field(row, "dangerous").ToLowerInvariant() is "true" or "yes" or "1" or "x";
        diagnosis.Codings.AddRange(Values(row, "code").Where(static value => value.Contains('|', StringComparison.Ordinal)).Select(static value => value.Split('|', 2)).Select(static parts => new Coding(parts[0], parts[1])));
    }

    private TerminologySource SourceOf(DelimitedRow row) =>
        new(Field(row, "source") is { Length: > 0 } source ? source : Path.GetFileNameWithoutExtension(file), Field(row, "version"), Field(row, "licence"));

    private static NameKind? KindOf(string kind, bool isNew) =>
        isNew ? NameKind.Preferred : kind.Length == 0 ? NameKind.Synonym : Enum.TryParse<NameKind>(kind, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;

    private string[] Values(DelimitedRow row, string column) => Field(row, column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Field(DelimitedRow row, string column) => _columns.TryGetValue(column, out var i) && i < row.Fields.Count ? row.Fields[i] : "";

    private void Problem(DelimitedRow row, string text) => draft.Problems.Add(new(file, row.Line, text));
}
