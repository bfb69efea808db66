using CrowdDx.Terminology.Recognizing;

namespace CrowdDx.Terminology.Tests;

public class RecognizerTests
{
    private readonly Recognizer _recognizer = Recognizer.Core;

    [Theory]
    [InlineData("  ?Crohn's \t disease ", "d:crohn-disease", RecognitionRules.Name)]
    [InlineData("Herzinfarkt", "d:myocardial-infarction", RecognitionRules.Name)]
    public void Recognize_AKnownDiagnosis_GivesItsKeyAndName(string phrase, string key, string rule)
    {
        var found = _recognizer.Recognize(phrase)!;
        Assert.Equal((key, rule), (found.Key, found.Rule));
        Assert.Equal(_recognizer.Find(key)!.Label, found.Label);
        Assert.Empty(found.DidYouMean);
    }

    [Fact]
    public void Recognize_WhatIsNotKnown_IsTheSameForTheSameWords()
    {
        var found = _recognizer.Recognize(" Zorblax\tfever of  Vega")!;
        Assert.Equal(("Zorblax fever of Vega", Recognizer.NormalFormRule, 1), (found.Label, found.Rule, found.Confidence));
        Assert.StartsWith("n:", found.Key, StringComparison.Ordinal);
        Assert.Equal(found.Key, _recognizer.Recognize("?zorblax Fever of Vega")!.Key);
    }

    [Fact]
    public void Recognize_WhatIsUnclear_StaysItsOwnWordsAndSaysWhatItMayMean()
    {
        var found = _recognizer.Recognize("MS")!;
        Assert.StartsWith("n:", found.Key, StringComparison.Ordinal);
        Assert.Contains("multiple-sclerosis", found.DidYouMean.Select(one => one.Diagnosis.Id));
        Assert.Contains("mitral-stenosis", found.DidYouMean.Select(one => one.Diagnosis.Id));
        Assert.Equal("d:mitral-stenosis", _recognizer.Recognize("MS", specialties: ["cardiology"])!.Key);
    }

    [Fact]
    public void Recognize_WhatIsDenied_IsNotTheDisease()
        => Assert.NotEqual(_recognizer.Recognize("pulmonary embolism")!.Key, _recognizer.Recognize("no evidence of pulmonary embolism")!.Key);

    [Fact]
    public void Recognize_WhatWasChosen_IsThatWhateverThePhrase()
    {
        var found = _recognizer.Recognize("my own words", diagnosisId: "d:mitral-stenosis")!;
        Assert.Equal(("d:mitral-stenosis", "Mitral stenosis", Recognizer.ChosenRule), (found.Key, found.Label, found.Rule));
    }

    [Fact]
    public void Recognize_WithACoding_IsTheCodingWhateverThePhrase()
    {
        var found = _recognizer.Recognize("Crohn", new Coding(" http://snomed.info/sct", "34000006 "))!;
        Assert.Equal(("c:http://snomed.info/sct|34000006", "Crohn", Recognizer.CodingRule), (found.Key, found.Label, found.Rule));
        Assert.Equal("34000006", _recognizer.Recognize(" ", new Coding("http://snomed.info/sct", "34000006"))!.Label);
    }

    [Fact]
    public void Recognize_WhenItCannot_SaysWhy()
    {
        Assert.Null(_recognizer.Recognize("Crohn", null, "d:no-such-disease", null, out var failure));
        Assert.Equal(RecognitionFailure.UnknownDiagnosis, failure);
        Assert.Null(_recognizer.Recognize("???", null, null, null, out failure));
        Assert.Equal(RecognitionFailure.NothingNamed, failure);
        Assert.Null(_recognizer.Recognize("Crohn", new("", "1"), null, null, out failure));
        Assert.Equal(RecognitionFailure.InvalidCoding, failure);
        Assert.NotNull(_recognizer.Recognize("Crohn", null, null, null, out failure));
        Assert.Equal(RecognitionFailure.None, failure);
    }

    [Fact]
    public void Recognize_ACodingThatATerminologyMaps_IsItsDiagnosis()
    {
        var recognizer = new Recognizer(new(Draft.Load("crohn\n  name Crohn disease\n  code http://snomed.info/sct|34000006")));
        var found = recognizer.Recognize("", new("http://snomed.info/sct", "34000006"))!;
        Assert.Equal(("d:crohn", "Crohn disease", Recognizer.CodingRule), (found.Key, found.Label, found.Rule));
        Assert.Equal("c:http://snomed.info/sct|1", recognizer.Recognize("", new("http://snomed.info/sct", "1"))!.Key);
    }
}
