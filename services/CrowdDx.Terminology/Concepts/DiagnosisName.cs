namespace CrowdDx.Terminology.Concepts;

/// <summary>What kind of name a diagnosis has.</summary>
public enum NameKind
{
    /// <summary>The name that is shown.</summary>
    Preferred,

    /// <summary>Another name of exactly the same disease.</summary>
    Synonym,

    /// <summary>An abbreviation; its case is kept.</summary>
    Abbreviation,

    /// <summary>What patients say.</summary>
    Lay,

    /// <summary>A name after a person or a place.</summary>
    Eponym,
}

/// <summary>Where names come from.</summary>
/// <param name="Name">For example <c>CrowdDx core</c> or <c>Human Disease Ontology</c>.</param>
/// <param name="Version">As the source states it; empty if it states none.</param>
/// <param name="Licence">Under which its names may be used; empty if not stated.</param>
public sealed record TerminologySource(string Name, string Version, string Licence);

/// <summary>A name of a diagnosis.</summary>
/// <param name="Text">As the source writes it.</param>
/// <param name="Kind">What kind of name it is.</param>
/// <param name="Language">ISO 639-1 code in lower case: <c>en</c>, <c>de</c>, <c>hu</c>, <c>es</c>, <c>fr</c> …</param>
/// <param name="Source">Where it comes from.</param>
public sealed record DiagnosisName(string Text, NameKind Kind, string Language, TerminologySource Source);
