using System.Text;
using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Loading;

namespace CrowdDx.Terminology.Importing;

/// <summary>Reads a terminology file of any known format.</summary>
internal static class TerminologyReader
{
    private const int FirstLineLength = 512;

    public static TerminologyDraft Read(string file, Stream content)
    {
        var draft = new TerminologyDraft();
        var name = Path.GetFileName(file);
        using var seekable = content.CanSeek ? null : Copy(content);
        var stream = seekable ?? content;
        switch (TerminologyFormats.Of(name, FirstLine(stream)))
        {
            case TerminologyFormat.Fhir:
                new FhirReader(name, draft).Read(stream);
                break;
            case { } format:
                using (var reader = new StreamReader(stream, leaveOpen: true))
                    Read(format, name, reader, draft);
                break;
            case null:
                draft.Problems.Add(new(name, 0, "The ending tells no format: .obo, .json, .csv, .tsv or .txt."));
                break;
        }

        return draft;
    }

    private static void Read(TerminologyFormat format, string name, StreamReader reader, TerminologyDraft draft)
    {
        switch (format)
        {
            case TerminologyFormat.Obo:
                new OboReader(name, draft).Read(reader);
                break;
            case TerminologyFormat.Icd10CmOrder:
                new OrderFileReader(name, draft).Read(reader);
                break;
            case TerminologyFormat.CommaSeparated:
                new DelimitedReader(name, draft).Read(reader, ',');
                break;
            case TerminologyFormat.TabSeparated:
                new DelimitedReader(name, draft).Read(reader, '\t');
                break;
            case TerminologyFormat.Text or TerminologyFormat.Fhir:
                new CoreFormatReader(name, new TerminologySource(Path.GetFileNameWithoutExtension(name), "", ""), draft).Read(reader);
                break;
        }
    }

    private static string FirstLine(Stream stream)
    {
        var buffer = new byte[FirstLineLength];
        var start = stream.Position;
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        stream.Position = start;
        return Encoding.UTF8.GetString(buffer, 0, length).TrimStart('\uFEFF').Split('\n')[0].TrimEnd('\r');
    }

    private static MemoryStream Copy(Stream content)
    {
        var copy = new MemoryStream();
        content.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }
}
