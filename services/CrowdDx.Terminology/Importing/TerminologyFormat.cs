using System.Text.RegularExpressions;

namespace CrowdDx.Terminology.Importing;

/// <summary>What a terminology file is written in.</summary>
public enum TerminologyFormat
{
    /// <summary>The format of the core and of stored imports, <c>docs/terminology-format.md</c>.</summary>
    Text,

    /// <summary>OBO 1.2 or 1.4: DOID, Mondo, NCIt, HPO.</summary>
    Obo,

    /// <summary>A FHIR R4 CodeSystem or ValueSet as JSON.</summary>
    Fhir,

    /// <summary>The order file of ICD-10-CM, of fixed columns.</summary>
    Icd10CmOrder,

    /// <summary>Comma-separated values with a header (RFC 4180).</summary>
    CommaSeparated,

    /// <summary>Tab-separated values with a header.</summary>
    TabSeparated,
}

/// <summary>Tells a file's format.</summary>
internal static partial class TerminologyFormats
{
    /// <summary>The format by the ending of the name and, for <c>.txt</c>, by the first line; null if it is none of them.</summary>
    public static TerminologyFormat? Of(string file, string firstLine) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".obo" => TerminologyFormat.Obo,
        ".json" => TerminologyFormat.Fhir,
        ".csv" => TerminologyFormat.CommaSeparated,
        ".tsv" or ".tab" => TerminologyFormat.TabSeparated,
        ".txt" or "" => OrderLine().IsMatch(firstLine) ? TerminologyFormat.Icd10CmOrder
            : firstLine.StartsWith("format-version:", StringComparison.Ordinal) ? TerminologyFormat.Obo
            : firstLine.Contains('\t', StringComparison.Ordinal) ? TerminologyFormat.TabSeparated : TerminologyFormat.Text,
        _ => null,
    };

    [GeneratedRegex(@"^\d{5} [A-Z][0-9][0-9A-Z]+ +[01] ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OrderLine();
}
