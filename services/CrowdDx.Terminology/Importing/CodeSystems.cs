namespace CrowdDx.Terminology.Importing;

/// <summary>Codes as ontologies write them, <c>SNOMEDCT_US_2021_09_01:22298006</c>, as system and code.</summary>
internal static class CodeSystems
{
    // Only systems whose codes mean one disease; classes of ICD hold several.
    private static readonly (string Prefix, string System, bool KeepsPrefix)[] Systems =
    [
        ("SNOMEDCT", "http://snomed.info/sct", false),
        ("SCTID", "http://snomed.info/sct", false),
        ("DOID", "http://purl.obolibrary.org/obo/doid.owl", true),
        ("MONDO", "http://purl.obolibrary.org/obo/mondo.owl", true),
        ("NCIT", "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl", false),
        ("NCI", "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl", false),
        ("HP", "http://human-phenotype-ontology.org", true),
        ("MIM", "https://omim.org", false),
        ("OMIM", "https://omim.org", false),
        ("ORDO", "http://www.orpha.net", false),
        ("Orphanet", "http://www.orpha.net", false),
    ];

    /// <summary>System and code; null for a system that is not known.</summary>
    public static Coding? Parse(string curie)
    {
        var colon = curie.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == curie.Length - 1)
            return null;
        foreach (var (prefix, system, keepsPrefix) in Systems)
        {
            if (Is(curie.AsSpan(0, colon), prefix))
                return new(system, keepsPrefix ? curie : curie[(colon + 1)..]);
        }

        return null;
    }

    private static bool Is(ReadOnlySpan<char> written, string prefix) =>
        written.Equals(prefix, StringComparison.OrdinalIgnoreCase) || written.StartsWith(prefix + "_", StringComparison.OrdinalIgnoreCase);
}
