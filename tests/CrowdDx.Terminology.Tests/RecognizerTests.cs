namespace CrowdDx.Terminology.Tests;

public class RecognizerTests
{
    private readonly Recognizer _recognizer = new();

    [Fact]
    public void Recognize_APhrase_IsItsNormalForm() =>
        Assert.Equal(new Recognition("n:crohn disease", "?Crohn's disease", "normalForm", 1), _recognizer.Recognize("  ?Crohn's \t disease "));

    [Fact]
    public void Recognize_WithACoding_IsTheCodingWhateverThePhrase()
    {
        var coding = new Coding(" http://snomed.info/sct", "34000006 ");
        Assert.Equal(new Recognition("c:http://snomed.info/sct|34000006", "Crohn", "coding", 1), _recognizer.Recognize("Crohn", coding));
        Assert.Equal("34000006", _recognizer.Recognize(" ", coding)!.Label);
    }

    [Fact]
    public void Recognize_WhenItCannot_SaysWhy()
    {
        Assert.Null(_recognizer.Recognize("Crohn", null, "crohn", out var failure));
        Assert.Equal(RecognitionFailure.UnknownDiagnosis, failure);
        Assert.Null(_recognizer.Recognize("???", null, null, out failure));
        Assert.Equal(RecognitionFailure.NothingNamed, failure);
        Assert.Null(_recognizer.Recognize("Crohn", new("", "1"), null, out failure));
        Assert.Equal(RecognitionFailure.InvalidCoding, failure);
        Assert.NotNull(_recognizer.Recognize("Crohn", null, null, out failure));
        Assert.Equal(RecognitionFailure.None, failure);
    }

    [Fact]
    public void Recognize_WithATerminology_IsADiagnosisOfItWhereItIsSure()
    {
        var recognizer = new Recognizer(Core.Recognizer);
        Assert.Equal(new Recognition("d:crohn-disease", "Crohn disease", "name", 1), recognizer.Recognize("Crohn's disease"));
        Assert.Equal(new Recognition("d:crohn-disease", "Crohn disease", "diagnosisId", 1), recognizer.Recognize("whatever", null, "crohn-disease"));
        Assert.Equal("n:frobnicated lump", recognizer.Recognize("lump, frobnicated")!.Key);
        Assert.Equal("normalForm", recognizer.Recognize("MS")!.Rule);
        Assert.Null(recognizer.Recognize("x", null, "no-such-thing", out var failure));
        Assert.Equal(RecognitionFailure.UnknownDiagnosis, failure);
        Assert.Equal(Core.Recognizer.Terminology.Version, recognizer.Version);
        Assert.Equal("core:0", _recognizer.Version);
    }

    [Fact]
    public void Recognize_ACodingThatATerminologyMaps_IsItsDiagnosis()
    {
        var recognizer = new Recognizer(new(Draft.Load("crohn\n  name Crohn disease\n  code http://snomed.info/sct|34000006")));
        Assert.Equal(new Recognition("d:crohn", "Crohn disease", "coding", 1), recognizer.Recognize("", new("http://snomed.info/sct", "34000006")));
        Assert.Equal("c:http://snomed.info/sct|1", recognizer.Recognize("", new("http://snomed.info/sct", "1"))!.Key);
    }
}
