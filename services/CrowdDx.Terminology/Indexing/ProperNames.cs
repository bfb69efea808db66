using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Loading;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Indexing;

/// <summary>Which words are the names of people and places: those that the list has, and those that the core's English names write with a capital where no sentence starts.</summary>
internal sealed class ProperNames
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    /// <summary>Learns from a name.</summary>
    public void Learn(DiagnosisName name, List<Token> words)
    {
        if (name.Language != "en" || name.Source.Name != CoreFiles.SourceName)
            return;
        for (var i = 0; i < words.Count; i++)
        {
            // The first word of a preferred name is written so anyhow, but for "Erdheim–Chester".
            var tells = i > 0 || name.Kind is NameKind.Synonym or NameKind.Eponym || words.Count > 1 && words[1].Before == Breaks.Hyphen && IsCapital(name.Text, words[1]);
            if (tells && IsCapital(name.Text, words[i]))
                _words.Add(words[i].Text);
        }
    }

    public bool Are(string word) => (_words.Contains(word) || Lexicon.IsEponym(word)) && !Lexicon.IsPlain(word);

    private static bool IsCapital(string text, Token word) => word.Text.Length > 3 && char.IsUpper(text[word.Start]) && !Phrasing.IsCapital(text, word);
}
