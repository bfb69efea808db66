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
}
