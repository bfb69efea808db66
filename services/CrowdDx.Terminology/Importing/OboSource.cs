using CrowdDx.Terminology.Concepts;

namespace CrowdDx.Terminology.Importing;

/// <summary>What the header of an OBO file says of where it comes from.</summary>
internal sealed record OboSource
{
    // Where the header has no licence, that which the ontology states on its pages.
    private static readonly Dictionary<string, (string Name, string Licence)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["doid"] = ("Human Disease Ontology", "CC0 1.0"),
        ["mondo"] = ("Mondo Disease Ontology", "CC BY 4.0"),
        ["ncit"] = ("NCI Thesaurus OBO Edition", "CC BY 4.0"),
        ["hp"] = ("Human Phenotype Ontology", "HPO licence"),
    };

    private string _ontology = "";
    private string _version = "";
    private string _licence = "";

    public TerminologySource Source
    {
        get
        {
            var key = Path.GetFileNameWithoutExtension(_ontology.Split('/')[^1]);
            var known = Known.GetValueOrDefault(key);
            return new(known.Name ?? (key.Length > 0 ? key : "OBO file"), _version, _licence.Length > 0 ? _licence : known.Licence ?? "");
        }
    }

    public OboSource With(string tag, string value) => tag switch
    {
        "ontology" => this with { _ontology = value },
        "data-version" => this with { _version = value },
        "property_value" when value.StartsWith("http://purl.org/dc/terms/license", StringComparison.Ordinal) || value.StartsWith("dcterms:license", StringComparison.Ordinal)
            => this with { _licence = value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1)?.Trim('"') ?? "" },
        _ => this,
    };
}
