using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Indexing;
using CrowdDx.Terminology.Typing;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>
/// What is like a name, to be asked about and never taken without asking: words in common, weighed by how rare they are, words that may be mistyped included.
/// A name that has the opposite of a word of the phrase, or another number, is left out.
/// </summary>
internal sealed class SimilarRule(NameIndex index, NamePostings postings, KnownWords known)
{
    private const int MostNames = 64;
    private const int MostFound = 6;
    private const double LeastShown = 0.3;
    private const double Highest = 0.87;
    private const double OnlyWhole = 0.75;
    private const double MostLacking = 0.3;
    private const double LeastAsked = PhraseRecognition.Asked - 0.01;

    /// <summary>The diagnoses that the phrase is like, the likest first, with how like.</summary>
    public List<Alternative> Find(Reading reading)
    {
        var words = index.Meanings(reading.Texts);
        var scores = new Dictionary<int, double>();
        var total = 0.0;
        foreach (var word in words.Distinct(StringComparer.Ordinal))
        {
            total += Weight(word);
            foreach (var (meaning, like) in Meant(word, reading))
            {
                var weight = Weight(index.Vocabulary[meaning]) * like;
                foreach (var name in postings.Of(meaning))
                    scores[name] = scores.GetValueOrDefault(name) + weight;
            }
        }

        var found = scores
            .Select(score => (Name: index.Names[score.Key], Common: score.Value, Own: WeightOf(index.Names[score.Key])))
            .Select(name => (name.Name, Like: name.Common / Math.Sqrt(total * name.Own), IsAll: name.Common > 0.99 * total, Lacks: 1 - (name.Common / name.Own)))
            .Where(name => name.Like >= LeastShown)
            .OrderByDescending(name => name.Like).ThenBy(name => name.Name.Diagnosis.Id, StringComparer.Ordinal)
            .Take(MostNames)
            .Where(name => !Modifiers.Oppose(words, [.. name.Name.Meanings.Select(meaning => index.Vocabulary[meaning])]))
            .ToList();
        var whole = Broadest([.. found.Where(name => name.IsAll).Select(name => name.Name.Diagnosis).Distinct()]);
        return [.. found
            .DistinctBy(name => name.Name.Diagnosis)
            .Select(name => new Alternative(name.Name.Diagnosis, Confidence(name.Like, name.Lacks, name.Name.Diagnosis == whole)))
            .OrderByDescending(alternative => alternative.Confidence)
            .Take(MostFound)];
    }

    /// <summary>What a name has beyond the phrase makes it another disease more than what the phrase has beyond the name; but if all names that go on so are of one, it is meant.</summary>
    private static double Confidence(double like, double lacks, bool isOnlyWhole) =>
        Math.Round(Math.Min(Highest, isOnlyWhole ? Math.Max(OnlyWhole, like * 0.95) : lacks > MostLacking ? Math.Min(like, LeastAsked) : like * 0.95), 2);

    /// <summary>The one of which all the others are kinds; null if there is none.</summary>
    private Diagnosis? Broadest(List<Diagnosis> diagnoses) =>
        diagnoses.Find(one => diagnoses.TrueForAll(other => index.Terminology.Hierarchy.Relate(other.Id, one.Id) is Relation.Same or Relation.Narrower));

    /// <summary>The words of names that a word may be: itself, or those near it that it may be mistyped for.</summary>
    private IEnumerable<(int Meaning, double Like)> Meant(string word, Reading reading)
    {
        if (index.Vocabulary.Find(word) is >= 0 and var id)
            return postings.IsCommon(id) ? [] : [(id, 1)];
        if (reading.Words.Find(token => token.Text == word) is not { Typed: not null } typed || !SlipGuard.MayBeMistyped(typed))
            return [];
        return known.Near(typed.Typed, SlipGuard.Most(typed.Typed.Length))
            .Where(near => near.IsNamed && !SlipGuard.MeansAnother(typed.Typed, near.Spelt))
            .Take(4)
            .Select(near => (index.Vocabulary.Find(Equivalents.Of(near.Word)), 1 - (0.1 * near.Distance)))
            .Where(near => near.Item1 >= 0)
            .DistinctBy(near => near.Item1);
    }

    private double WeightOf(IndexedName name) => name.Meanings.Distinct().Sum(meaning => Weight(index.Vocabulary[meaning]));

    private double Weight(string word) => Modifiers.IsSoft(word) ? 0.8 : Arrangement.IsConnector(word) ? 1.5 : postings.Rarity(index.Vocabulary.Find(word));
}
