using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Recognizing;
using FsCheck;
using FsCheck.Fluent;

namespace CrowdDx.Terminology.Tests.Recognizing;

public class RecognizerPropertyTests
{
    [Fact]
    public void Recognize_AnyText_NeverThrowsAndSaysTheSameAgain() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3000),
            Prop.ForAll(Gen.OneOf(Pieces(), ArbMap.Default.GeneratorFor<string>().Where(s => s is not null)).ToArbitrary(), text =>
            {
                var found = Core.Recognizer.Recognize(text);
                var again = Core.Recognizer.Recognize(text);
                return found.Diagnosis == again.Diagnosis && found.Key == again.Key && found.Rule == again.Rule && found.Alternatives.SequenceEqual(again.Alternatives)
                    && found.Confidence is >= 0 and <= 1 && (found.Diagnosis is null) == (found.Confidence == 0)
                    && found.IsAccepted == (found.Key is { Kind: DiagnosisKeyKind.Diagnosis });
            }));

    [Fact]
    public void Recognize_EveryNameOfTheCore_IsItsDiagnosis()
    {
        var core = Core.Recognizer.Terminology;
        var ambiguous = core.Ambiguous.Select(declared => declared.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var wrong =
            from diagnosis in core.Diagnoses
            from name in diagnosis.Names
            let found = Core.Recognizer.Recognize(name.Text)
            where found.Diagnosis != diagnosis && !(name.Kind == NameKind.Abbreviation && found.Rule == RecognitionRules.Ambiguous)
            select $"'{name.Text}' of {diagnosis.Id} is {found.Diagnosis?.Id ?? "nothing"} ({found.Rule})";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Recognize_NoNameOfOneDisease_IsAnother()
    {
        var core = Core.Recognizer.Terminology;
        Assert.DoesNotContain(
            core.Diagnoses.SelectMany(diagnosis => diagnosis.Names, (diagnosis, name) => (diagnosis, found: Core.Recognizer.Recognize(name.Text))),
            pair => pair.found.IsAccepted && pair.found.Diagnosis != pair.diagnosis);
    }

    /// <summary>The worst case for precision: diseases that the terminology does not know, close to those it knows.</summary>
    [Fact]
    public void Recognize_NamesOfUnknownDiseases_AreHardlyEverTakenForOthers()
    {
        var core = Core.Recognizer.Terminology;
        var recognizer = new PhraseRecognizer(new LoadedTerminology("without a tenth", [.. core.Diagnoses.Where((_, i) => i % 10 != 0)], []));
        var unknown = core.Diagnoses.Where((_, i) => i % 10 == 0).SelectMany(diagnosis => diagnosis.Names).Where(name => name.Kind != NameKind.Abbreviation).Select(name => name.Text).ToList();
        var taken = unknown.Where(name => recognizer.Recognize(name).IsAccepted).ToList();
        Assert.True(taken.Count <= unknown.Count / 500, $"{taken.Count} of {unknown.Count}: {string.Join("; ", taken)}");
    }

    [Fact]
    public void Recognize_PreferredNamesHoweverWritten_AreTheirDiagnosis() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                Gen.Elements<Diagnosis>(Core.Recognizer.Terminology.Diagnoses).ToArbitrary(),
                Gen.Elements<Func<string, string>>(
                    s => s.ToUpperInvariant(), s => $"?{s}", s => $"probable {s}", s => $"  {s} ??", s => $"r/o {s}", s => $"1. {s}", s => $"- {s.Replace(' ', '\u00A0')}", s => $"most likely {s}",
                    s => $"{s}, suspected", s => $"{s} NOS", s => $"({s})").ToArbitrary(),
                (diagnosis, write) => Core.Recognizer.Recognize(write(diagnosis.Label)).Diagnosis == diagnosis));

    [Fact]
    public void Recognize_DeniedNames_AreNotTheirDiagnosis() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(
                Gen.Elements<Diagnosis>(Core.Recognizer.Terminology.Diagnoses).ToArbitrary(),
                Gen.Elements("no evidence of {0}", "family history of {0}", "h/o {0}", "{0} ruled out", "risk of {0}").ToArbitrary(),
                (diagnosis, format) => Core.Recognizer.Recognize(string.Format(null, format, diagnosis.Label)) is { Diagnosis: null }));

    private static Gen<string> Pieces() =>
        Gen.Elements(
            "pancreatitis", "acute ", "chronic ", "MS", " vs ", " or ", "type ", "II", "1", "2", "°", "(", ")", "/", "r/o ", "?", "no evidence of ", "h/o ", " ", "-", "+", "#", "'s", "Crohn", "hyper",
            "hypo", "kalaemia", "gallstone", "gastro", "oesophag", "itis", "t", "a", "of ", "the ", "%", "90", ".", ",", ";", "\t", "\n", "é", "ß", "½", "α", "\u0301", "😀", "𝒜", "\uD800", "\uDC00", "心筋梗塞", "Инфаркт")
            .ListOf().Select(pieces => string.Concat(pieces));
}
