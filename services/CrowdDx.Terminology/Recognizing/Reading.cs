using CrowdDx.Terminology.Indexing;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>A phrase, or a part of one, as the rules see it.</summary>
/// <param name="Phrase">The whole phrase as typed.</param>
/// <param name="Tokens">The words in question, as read.</param>
/// <param name="Specialties">Those of the case; empty if not known.</param>
internal sealed record Reading(string Phrase, List<Token> Tokens, IReadOnlyCollection<string> Specialties)
{
    private List<Token>? _words;
    private List<string>? _texts;

    /// <summary>The words that matter.</summary>
    public List<Token> Words => _words ??= Phrasing.Of(Phrase, Tokens);

    /// <summary>The same as text.</summary>
    public List<string> Texts => _texts ??= Words.ConvertAll(static word => word.Text);

    /// <summary>The letters and digits as an abbreviation is looked up.</summary>
    public string AbbreviationKey => AbbreviationTable.KeyOf(Tokens, Phrase);

    /// <summary>What was typed, from the first of the words to the last.</summary>
    public ReadOnlySpan<char> Raw => Phrase.AsSpan(Tokens[0].Start, Tokens[^1].End - Tokens[0].Start);

    public Reading Part(List<Token> tokens) => new(Phrase, tokens, Specialties);
}
