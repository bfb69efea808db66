using System.Buffers;
using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Indexing;
using CrowdDx.Terminology.Typing;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>
/// What is like a name, to be asked about and never taken without asking: words in common, weighed by how rare they are, words that may be mistyped included.
/// A name that has the opposite of a word of the phrase, or another number, is left out.
/// </summary>
internal sealed class SimilarRule(NameIndex index, WeighedNames weighed, KnownWords known)
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
        var found = Score(words, reading);
        found.Sort(static (one, other) => one.Like != other.Like ? other.Like.CompareTo(one.Like) : string.CompareOrdinal(one.Name.Diagnosis.Id, other.Name.Diagnosis.Id));
        found = [.. found.Take(MostNames).Where(like => !Modifiers.Oppose(words, Array.ConvertAll(like.Name.Meanings, meaning => index.Vocabulary[meaning])))];
        var whole = Broadest([.. found.Where(like => like.IsAll).Select(like => like.Name.Diagnosis).Distinct()]);
        return [.. found
            .DistinctBy(like => like.Name.Diagnosis)
            .Select(like => new Alternative(like.Name.Diagnosis, Confidence(like.Like, like.Lacks, like.Name.Diagnosis == whole)))
            .OrderByDescending(alternative => alternative.Confidence)
            .Take(MostFound)];
    }

    /// <summary>The names that share enough of their weight with the phrase.</summary>
    private List<LikeName> Score(List<string> words, Reading reading)
    {
        var common = ArrayPool<float>.Shared.Rent(index.Names.Count);
        Array.Clear(common, 0, index.Names.Count);
        var total = 0f;
        var touched = new List<int>();
        foreach (var word in words.Distinct(StringComparer.Ordinal))
        {
            total += weighed.WeightOf(word);
            foreach (var (meaning, like) in Meant(word, reading))
            {
                foreach (var name in weighed.Having(meaning))
                {
                    if (common[name] == 0)
                        touched.Add(name);
                    common[name] += weighed.WeightOf(meaning) * like;
                }
            }
        }

        var found = new List<LikeName>();
        foreach (var name in touched)
        {
            var like = common[name] / Math.Sqrt(total * weighed.WeightOfName(name));
            if (like >= LeastShown)
                found.Add(new(index.Names[name], Math.Min(1, like), common[name] > 0.99 * total, 1 - (common[name] / weighed.WeightOfName(name))));
        }

        ArrayPool<float>.Shared.Return(common);
        return found;
    }

    /// <summary>What a name has beyond the phrase makes it another disease more than what the phrase has beyond the name; but if all names that go on so are of one, it is meant.</summary>
    private static double Confidence(double like, double lacks, bool isOnlyWhole) =>
        Math.Round(Math.Min(Highest, isOnlyWhole ? Math.Max(OnlyWhole, like * 0.95) : lacks > MostLacking ? Math.Min(like, LeastAsked) : like * 0.95), 2);

    /// <summary>The one of which all the others are kinds; null if there is none.</summary>
    private Diagnosis? Broadest(List<Diagnosis> diagnoses) =>
        diagnoses.Find(one => diagnoses.TrueForAll(other => index.Terminology.Hierarchy.Relate(other.Id, one.Id) is Relation.Same or Relation.Narrower));

    /// <summary>The words of names that a word may be: itself, or those near it that it may be mistyped for.</summary>
    private IEnumerable<(int Meaning, float Like)> Meant(string word, Reading reading)
    {
        if (index.Vocabulary.Find(word) is >= 0 and var id)
            return weighed.IsCommon(id) ? [] : [(id, 1)];
        if (reading.Words.Find(token => token.Text == word) is not { Typed: not null } typed || !SlipGuard.MayBeMistyped(typed))
            return [];
        return known.Near(typed.Typed, SlipGuard.Most(typed.Typed.Length))
            .Where(near => near.IsNamed && !SlipGuard.MeansAnother(typed.Typed, near.Spelt))
            .Take(4)
            .Select(near => (Meaning: index.Vocabulary.Find(Equivalents.Of(near.Word)), 1 - (0.1f * near.Distance)))
            .Where(near => near.Meaning >= 0)
            .DistinctBy(near => near.Meaning);
    }

    private readonly record struct LikeName(IndexedName Name, double Like, bool IsAll, double Lacks);
}
