using CrowdDx.Terminology.Recognizing;

namespace CrowdDx.Terminology.Tests.Recognizing;

public class CompoundTests
{
    [Theory]
    [InlineData("SLE vs dermatomyositis", "systemic-lupus-erythematosus", "dermatomyositis")]
    [InlineData("stroke or migraine", "stroke", "migraine")]
    [InlineData("stroke/migraine", "stroke", "migraine")]
    [InlineData("asthma, COPD, pneumonia", "asthma", "chronic-obstructive-pulmonary-disease", "pneumonia")]
    [InlineData("gallstones, pancreatitis", "cholelithiasis", "pancreatitis")]
    [InlineData("gallstones/pancreatitis", "cholelithiasis", "pancreatitis")]
    [InlineData("gallstones and pancreatitis", "cholelithiasis", "pancreatitis")]
    [InlineData("?gallstones + pancreatitis", "cholelithiasis", "pancreatitis")]
    [InlineData("probable stroke; less likely migraine", "stroke", "migraine")]
    public void Phrase_OfSureParts_IsSplit(string phrase, params string[] ids)
    {
        var found = Core.Recognizer.Recognize(phrase);
        Assert.Equal(RecognitionRules.Compound, found.Rule);
        Assert.Null(found.Diagnosis);
        Assert.Equal(ids, found.Alternatives.Select(alternative => alternative.Diagnosis.Id));
    }

    [Theory]
    [InlineData("stroke or xyzzyx")]
    [InlineData("viral or bacterial meningitis")]
    [InlineData("MS or migraine")]
    [InlineData("stroke, no migraine")]
    public void Phrase_WithAPartThatIsNotSure_IsNotSplit(string phrase)
    {
        var found = Core.Recognizer.Recognize(phrase);
        Assert.Null(found.Diagnosis);
        Assert.NotEqual(RecognitionRules.Compound, found.Rule);
    }

    [Theory]
    [InlineData("MS (multiple sclerosis)", "multiple-sclerosis")]
    [InlineData("multiple sclerosis, MS", "multiple-sclerosis")]
    [InlineData("MI / heart attack", "myocardial-infarction")]
    [InlineData("Crohn's (IBD)", "crohn-disease")]
    [InlineData("pancreatitis, gallstone", "gallstone-pancreatitis")]
    [InlineData("pancreatitis (gallstone)", "gallstone-pancreatitis")]
    [InlineData("pancreatitis - gallstone?", "gallstone-pancreatitis")]
    [InlineData("hand, foot & mouth disease", "hand-foot-and-mouth-disease")]
    [InlineData("hand, foot and mouth disease", "hand-foot-and-mouth-disease")]
    public void Phrase_ThatExplainsItself_IsOneDiagnosis(string phrase, string id) => Assert.Equal(id, Core.Of(phrase));
}
