namespace CrowdDx.Terminology.Concepts;

/// <summary>An abbreviation that is in clinical use for several things.</summary>
/// <param name="Text">The abbreviation; its case is kept.</param>
/// <param name="Senses">Ids of the diagnoses it stands for, as declared: the likeliest first.</param>
/// <param name="HasOtherSense">True if it often stands for something that is no diagnosis.</param>
public sealed record AmbiguousAbbreviation(string Text, IReadOnlyList<string> Senses, bool HasOtherSense);
