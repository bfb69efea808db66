using System.Globalization;

using Xunit.Abstractions;

namespace CrowdDx.Terminology.Tests.Evaluation;

/// <summary>How well phrases are recognised by the core alone. The half that nobody tuned on has to reach the goals; both are reported, false merges by name.</summary>
public sealed class EvaluationTests(ITestOutputHelper output)
{
    private const string Unseen = "unseen";

    [Theory]
    [InlineData("tune")]
    [InlineData(Unseen)]
    public void Pairs_AreMergedPreciselyAndMostlyFound(string half)
    {
        var pairs = EvaluationSet.Pairs.Where(pair => pair.Half == half).ToList();
        var merged = pairs.ToLookup(pair => (pair.IsSame, Merges(pair)));
        var (right, wrong, missed) = (merged[(true, true)].Count(), merged[(false, true)].ToList(), merged[(true, false)].ToList());
        var (precision, recall) = ((double)right / (right + wrong.Count), (double)right / (right + missed.Count));
        Write($"{half}: {pairs.Count} pairs, precision {precision:0.0000}, recall {recall:0.0000}");
        wrong.ForEach(pair => Write($"  falsely merged: {pair.One} | {pair.Other}"));
        missed.ForEach(pair => Write($"  not merged: {pair.One} | {pair.Other}"));

        Assert.InRange(precision, 0.985, 1);
        Assert.InRange(recall, 0.85, 1);
        Assert.InRange(wrong.Count, 0, 3);
    }

    [Fact]
    public void Phrases_OfEachKind_AreUnderstood()
    {
        foreach (var group in EvaluationSet.Phrases.GroupBy(phrase => (phrase.Half, phrase.Kind)).OrderBy(group => group.Key))
            Write($"{group.Key.Half} {group.Key.Kind}: {group.Count()} phrases, understood {ShareOf(group, IsUnderstood):0.0 %}, silently wrong {group.Count(IsSilentlyWrong)}");
        foreach (var phrase in EvaluationSet.Phrases.Where(IsSilentlyWrong))
            Write($"  silently wrong: {phrase}");

        Assert.InRange(ShareOf(Of("typo"), IsUnderstood), 0.95, 1);
        Assert.InRange(ShareOf(Of("spelling"), IsUnderstood), 0.96, 1);
        Assert.InRange(ShareOf(Of("wordorder"), IsUnderstood), 0.99, 1);
        Assert.InRange(EvaluationSet.Phrases.Count(phrase => phrase.Half == Unseen && IsSilentlyWrong(phrase)), 0, 3);
    }

    private static IEnumerable<LabelledPhrase> Of(string kind) => EvaluationSet.Phrases.Where(phrase => phrase.Half == Unseen && phrase.Kind == kind);

    private static double ShareOf(IEnumerable<LabelledPhrase> phrases, Func<LabelledPhrase, bool> holds) => phrases.Average(phrase => holds(phrase) ? 1d : 0);

    // While answering: an abbreviation of several senses is nobody's name yet.
    private static bool Merges(LabelledPair pair) => Core.Recognizer.Recognize(pair.One).Key is { } key && key == Core.Recognizer.Recognize(pair.Other).Key;

    /// <summary>Accepted or asked about as what it means; of what means none, or has several senses, nothing is accepted.</summary>
    private static bool IsUnderstood(LabelledPhrase phrase)
    {
        var found = Core.Recognizer.Recognize(phrase.Phrase, phrase.Specialties);
        return phrase.Expected switch
        {
            "-" or "?" => !found.IsAccepted,
            var several when several.Contains('+', StringComparison.Ordinal) => !found.IsAccepted && several.Split('+').All(id => found.Alternatives.Any(alternative => alternative.Diagnosis.Id == id)),
            var one => found.Diagnosis?.Id == one,
        };
    }

    private static bool IsSilentlyWrong(LabelledPhrase phrase)
        => Core.Recognizer.Recognize(phrase.Phrase, phrase.Specialties) is { IsAccepted: true } found && found.Diagnosis!.Id != phrase.Expected;

    private void Write(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
