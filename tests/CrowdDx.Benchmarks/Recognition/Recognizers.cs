using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Recognizing;
using FuzzySharp;
using FuzzySharp.SimilarityRatio;
using FuzzySharp.SimilarityRatio.Scorer;
using FuzzySharp.SimilarityRatio.Scorer.Composite;

namespace CrowdDx.Benchmarks.Recognition;

/// <summary>The sieve.</summary>
internal sealed class Sieve(PhraseRecognizer recognizer) : IRecognizer
{
    public string Name => "the sieve";

    public (string? Id, bool IsSilent) Recognize(string phrase)
    {
        var found = recognizer.Recognize(phrase);
        return (found.Diagnosis?.Id, found.IsAccepted);
    }
}

/// <summary>The name with the greatest weighted ratio of the .NET port of fuzzywuzzy, taken silently from 90 of 100 on, as its users often do.</summary>
internal sealed class FuzzyRatio(LoadedTerminology terminology) : IRecognizer
{
    private const int Silent = 90;

    private static readonly IRatioScorer Scorer = ScorerCache.Get<WeightedRatioScorer>();

    private readonly (string Text, string Id)[] _names =
        [.. terminology.Diagnoses.SelectMany(diagnosis => diagnosis.Names, (diagnosis, name) => (name.Text.ToLowerInvariant(), diagnosis.Id))];

    public string Name => "FuzzySharp (WRatio)";

    public (string? Id, bool IsSilent) Recognize(string phrase)
    {
        var best = Process.ExtractOne((Text: phrase.ToLowerInvariant(), Id: ""), _names, static name => name.Text, Scorer, 0);
        return (best?.Value.Id, best?.Score >= Silent);
    }
}

/// <summary>The name with the greatest cosine of the vectors of its letter trigrams, taken silently from 0.8 on.</summary>
internal sealed class TrigramCosine : IRecognizer
{
    private const double Silent = 0.8;

    private readonly Dictionary<string, List<int>> _postings = new(StringComparer.Ordinal);
    private readonly List<(string Id, int Count)> _names = [];

    public TrigramCosine(LoadedTerminology terminology)
    {
        foreach (var diagnosis in terminology.Diagnoses)
        {
            foreach (var name in diagnosis.Names)
            {
                var trigrams = Trigrams(name.Text);
                foreach (var trigram in trigrams)
                {
                    if (!_postings.TryGetValue(trigram, out var names))
                        _postings.Add(trigram, names = []);
                    names.Add(_names.Count);
                }

                _names.Add((diagnosis.Id, trigrams.Count));
            }
        }
    }

    public string Name => "trigram cosine";

    public (string? Id, bool IsSilent) Recognize(string phrase)
    {
        var trigrams = Trigrams(phrase);
        var shared = new Dictionary<int, int>();
        foreach (var name in trigrams.SelectMany(trigram => _postings.GetValueOrDefault(trigram, [])))
            shared[name] = shared.GetValueOrDefault(name) + 1;
        if (shared.Count == 0)
            return (null, false);
        var (best, cosine) = shared.Select(name => (name.Key, Cosine: name.Value / Math.Sqrt((double)trigrams.Count * _names[name.Key].Count))).MaxBy(name => (name.Cosine, -name.Key));
        return (_names[best].Id, cosine >= Silent);
    }

    private static HashSet<string> Trigrams(string text)
    {
        var padded = $"  {text.ToLowerInvariant()} ";
        return [.. Enumerable.Range(0, padded.Length - 2).Select(i => padded.Substring(i, 3))];
    }
}
