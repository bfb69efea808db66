using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>
/// Several parts, each of which is recognised surely: they name one diagnosis twice ("PE (pulmonary embolism)", "IBD - Crohn's"), or several ("PE or pneumonia").
/// A phrase with a part that is not recognised is not split.
/// </summary>
internal sealed class CompoundRules(LoadedTerminology terminology, ExactRules exact, AbbreviationsInside inside)
{
    private const int MostParts = 6;

    public Finding? Find(Reading reading)
    {
        var parts = Parts.Of(reading.Tokens);
        if (parts.Count is < 2 or > MostParts)
            return null;
        var findings = new List<Finding>();
        foreach (var part in parts)
        {
            var (named, context) = ContextReader.Read(part, words => exact.AsWritten(reading.Part(words)) is not null);
            if (context.Standing != Standing.Present || (exact.Find(reading.Part(named)) ?? inside.Find(reading.Part(named))) is not { } finding)
                return null;
            findings.Add(finding);
        }

        return Explained(findings) ?? Several(findings);
    }

    /// <summary>
    /// Several diseases in a list whose words together are the name of another: "gallstones, pancreatitis" is not gallstone pancreatitis, though "pancreatitis, gallstone" is.
    /// </summary>
    public Finding? Listed(Reading reading, Finding name)
    {
        var parts = Parts.Of(reading.Tokens);
        return parts.Count > 1 && Parts.Of(Tokenizer.Read(name.Understood)).Count < parts.Count && !IsInverted(reading, parts, name) && Find(reading) is { Rule: RecognitionRules.Compound } several
            ? several : null;
    }

    /// <summary>The parts, the last one first, are a name; and nothing says "and" or "or" between them.</summary>
    private static bool IsInverted(Reading reading, List<List<Token>> parts, Finding name)
    {
        if (parts.Sum(static part => part.Count) < reading.Tokens.Count
            || reading.Tokens.Exists(static token => (token.Before & (Breaks.Slash | Breaks.Semicolon | Breaks.Plus | Breaks.Question)) != Breaks.None))
            return false;
        var inverted = Texts(Phrasing.Of(reading.Phrase, [.. parts.AsEnumerable().Reverse().SelectMany(static part => part)]));
        return name.Diagnoses[0].Names.Any(known => Texts(Phrasing.Of(known.Text)) == inverted);

        static string Texts(List<Token> words) => string.Join(' ', words.Select(static word => word.Text));
    }

    /// <summary>One diagnosis that all parts may mean, or that is a kind of what the others mean.</summary>
    private Finding? Explained(List<Finding> findings)
    {
        var common = findings.Skip(1).Aggregate(findings[0].Diagnoses.AsEnumerable(), static (senses, finding) => senses.Intersect(finding.Diagnoses)).ToList();
        if (common.Count == 1)
            return Finding.Of(common[0], Math.Min(0.95, findings.Max(finding => finding.Confidence)), RecognitionRules.Explained, findings[0].Understood);
        if (findings.Count != 2 || !findings.TrueForAll(IsSure))
            return null;
        var (one, other) = (findings[0].Diagnoses[0], findings[1].Diagnoses[0]);
        return terminology.Hierarchy.Relate(one.Id, other.Id) switch
        {
            Relation.Narrower => Finding.Of(one, 0.9, RecognitionRules.Explained, findings[0].Understood),
            Relation.Broader => Finding.Of(other, 0.9, RecognitionRules.Explained, findings[1].Understood),
            Relation.Same or Relation.Other => null,
        };
    }

    private static Finding? Several(List<Finding> findings) =>
        findings.TrueForAll(IsSure) ? new([.. findings.Select(finding => finding.Diagnoses[0]).Distinct()], findings.Min(finding => finding.Confidence), RecognitionRules.Compound, findings[0].Understood) : null;

    private static bool IsSure(Finding finding) => finding.IsOne && finding.Confidence >= PhraseRecognition.Accepted;
}
