using CrowdDx.Terminology.Concepts;

namespace CrowdDx.Terminology.Loading;

/// <summary>Writes the text format, so that <see cref="CoreFormatReader"/> reads the same.</summary>
internal static class CoreFormatWriter
{
    public static void Write(IEnumerable<DiagnosisDraft> diagnoses, TextWriter writer)
    {
        TerminologySource? source = null;
        foreach (var diagnosis in diagnoses)
        {
            // The names of one diagnosis come from one file; where its rows name several sources, the first is written.
            if (diagnosis.Names[0].Name.Source != source)
            {
                source = diagnosis.Names[0].Name.Source;
                writer.Write($"@source {Plain(source.Name)}; {Plain(source.Version)}; {Plain(source.Licence)}\n\n");
            }

            Write(diagnosis, writer);
        }
    }

    private static void Write(DiagnosisDraft diagnosis, TextWriter writer)
    {
        writer.Write($"{diagnosis.Id}\n");
        Line("name", [diagnosis.Label!]);
        Line("parent", diagnosis.Parents);
        Line("specialty", diagnosis.Specialties);
        Line("icd10", diagnosis.Icd10 is { } code ? [code] : []);
        if (diagnosis.IsDangerous)
            writer.Write("  dangerous\n");
        foreach (var names in diagnosis.Names.Select(static name => name.Name).Where(static name => name.Kind != NameKind.Preferred).GroupBy(Keyword))
            Line(names.Key, names.Select(static name => name.Text));
        Line("code", diagnosis.Codings.Select(static coding => $"{coding.System}|{coding.Code}"));
        writer.Write('\n');

        void Line(string keyword, IEnumerable<string> values)
        {
            if (string.Join("; ", values.Select(Plain)) is { Length: > 0 } line)
                writer.Write($"  {keyword,-12}  {line}\n");
        }
    }

    private static string Keyword(DiagnosisName name) => name.Language != "en" ? name.Language : name.Kind switch
    {
        NameKind.Preferred => "name",
        NameKind.Synonym => "also",
        NameKind.Abbreviation => "abbreviation",
        NameKind.Lay => "lay",
        NameKind.Eponym => "eponym",
    };

    /// <summary>A value holds no sign that separates values or lines.</summary>
    private static string Plain(string value) => value.ReplaceLineEndings(" ").Replace(';', ',').Trim();
}
