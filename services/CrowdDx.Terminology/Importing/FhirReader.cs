using System.Text.Json;
using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Loading;

namespace CrowdDx.Terminology.Importing;

/// <summary>
/// Reads a FHIR R4 CodeSystem or ValueSet: codes, displays, designations; parents by nesting or by the properties <c>parent</c> and <c>subsumedBy</c>.
/// Where displays have SNOMED CT's tags, only "(disorder)" is read.
/// </summary>
internal sealed class FhirReader(string file, TerminologyDraft draft)
{
    private const string Disorder = " (disorder)";

    private TerminologySource _source = new("", "", "");
    private bool _isTagged;

    public void Read(Stream stream)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            draft.Problems.Add(new(file, (int)(exception.LineNumber ?? 0) + 1, "This is no JSON."));
        }
    }

    private void Read(JsonElement resource)
    {
        var type = Text(resource, "resourceType");
        if (type is not ("CodeSystem" or "ValueSet"))
        {
            draft.Problems.Add(new(file, 1, "A FHIR file holds a CodeSystem or a ValueSet."));
            return;
        }

        _source = new(Text(resource, "title") ?? Text(resource, "name") ?? type, Text(resource, "version") ?? "", LicenceOf(Text(resource, "copyright") ?? ""));
        var lists = type == "CodeSystem" ? [(System: Text(resource, "url") ?? "", Concepts: resource)]
            : resource.TryGetProperty("compose", out var compose) ? Items(compose, "include").Select(include => (System: Text(include, "system") ?? "", Concepts: include)).ToList()
            : [];
        _isTagged = lists.Exists(list => Items(list.Concepts, "concept").Take(1000).Any(concept => Text(concept, "display")?.EndsWith(Disorder, StringComparison.Ordinal) == true));
        foreach (var (system, concepts) in lists)
            ReadConcepts(system, concepts, "concept", parent: null);
        if (resource.TryGetProperty("expansion", out var expansion))
            ReadConcepts("", expansion, "contains", parent: null);
    }

    private void ReadConcepts(string listed, JsonElement list, string property, string? parent)
    {
        var number = 0;
        foreach (var concept in Items(list, property))
        {
            var system = Text(concept, "system") ?? listed;
            var (code, display) = (Text(concept, "code"), Text(concept, "display"));
            if (string.IsNullOrWhiteSpace(code) || string.IsNullOrWhiteSpace(display))
                draft.Problems.Add(new(file, 0, $"{property}[{number}] has no code or no display."));
            else if (!_isTagged || display.EndsWith(Disorder, StringComparison.Ordinal))
                Add(concept, system, code.Trim(), display.Trim(), parent);
            ReadConcepts(system, concept, property, code is null ? parent : IdOf(system, code));
            number++;
        }
    }

    private void Add(JsonElement concept, string system, string code, string display, string? parent)
    {
        var label = display.EndsWith(Disorder, StringComparison.Ordinal) ? display[..^Disorder.Length] : display;
        var diagnosis = new DiagnosisDraft(IdOf(system, code), file, 0) { Label = label };
        diagnosis.Names.Add(new(new(label, NameKind.Preferred, "en", _source), 0));
        diagnosis.Names.AddRange(Items(concept, "designation").Where(designation => Text(designation, "value") is { } value && value != label && value != display).Select(designation =>
            new DraftName(new(Text(designation, "value")!, NameKind.Synonym, (Text(designation, "language") ?? "en").Split('-')[0].ToLowerInvariant(), _source), 0)));
        diagnosis.Codings.Add(new(system, code));
        if (parent is not null)
            diagnosis.Parents.Add(parent);
        diagnosis.Parents.AddRange(Items(concept, "property").Where(static property => Text(property, "code") is "parent" or "subsumedBy")
            .Select(static property => Text(property, "valueCode") ?? "").Where(static value => value.Length > 0).Select(value => IdOf(system, value)));
        draft.Diagnoses.Add(diagnosis);
    }

    private static string IdOf(string system, string code) => $"{(system == "http://snomed.info/sct" ? "SCT" : system.TrimEnd('/').Split('/')[^1])}:{code}".Replace(' ', '-');

    private static string LicenceOf(string copyright) =>
        copyright.Contains("creativecommons.org/licenses/by/4.0", StringComparison.Ordinal) ? "CC BY 4.0" : copyright.ReplaceLineEndings(" ") is var line && line.Length > 100 ? line[..100] + "…" : line;

    private static string? Text(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<JsonElement> Items(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
}
