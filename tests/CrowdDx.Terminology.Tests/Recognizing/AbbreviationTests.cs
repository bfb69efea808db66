using CrowdDx.Terminology.Recognizing;

namespace CrowdDx.Terminology.Tests.Recognizing;

public class AbbreviationTests
{
    private readonly PhraseRecognizer _recognizer = new(Draft.Load("""
        multiple-sclerosis
          name Multiple sclerosis
          specialty neurology
          abbreviation MS
        mitral-stenosis
          name Mitral stenosis
          specialty cardiology
          abbreviation MS
        psoriatic-arthritis
          name Psoriatic arthritis
          abbreviation PsA
        pseudomonas
          name Pseudomonas infection
          abbreviation PSA
        reconstitution
          name Immune reconstitution syndrome
          abbreviation IRIS
        infarction
          name Myocardial infarction
          abbreviation MI
        acute-infarction
          name Acute myocardial infarction
        chest-pain
          name Chest pain
          abbreviation CP
        palsy
          name Cerebral palsy
          abbreviation CP
        difficile
          name Clostridioides difficile infection
          abbreviation C diff
        """, "MS: multiple-sclerosis; mitral-stenosis\nCP: palsy; chest-pain; other"));

    [Theory]
    [InlineData("MI", "ask:infarction")] // of two letters, and not the core's
    [InlineData("C. diff", "difficile")]
    [InlineData("c diff", "difficile")]
    [InlineData("PsA", "psoriatic-arthritis")]
    [InlineData("PSA", "pseudomonas")]
    [InlineData("psa", "ask:psoriatic-arthritis")]
    [InlineData("IRIS", "reconstitution")]
    [InlineData("iris", "ask:reconstitution")]
    [InlineData("acute MI", "acute-infarction")]
    [InlineData("MS", "ask:multiple-sclerosis")]
    [InlineData("M.S.", "ask:multiple-sclerosis")]
    [InlineData("MSX", "unknown")]
    public void Abbreviation_IsThis(string phrase, string expected) => Assert.Equal(expected, Core.Of(_recognizer, phrase));

    [Fact]
    public void Senses_AreChosenByTheCasesSpecialtiesOnly()
    {
        Assert.Equal("mitral-stenosis", Core.Of(_recognizer, "MS", "cardiology"));
        Assert.Equal(RecognitionRules.BySpecialty, _recognizer.Recognize("MS", ["cardiology"]).Rule);
        Assert.Equal("multiple-sclerosis", Core.Of(_recognizer, "?MS", "neurology", "general"));
        Assert.Equal("ask:multiple-sclerosis", Core.Of(_recognizer, "MS", "neurology", "cardiology"));
        Assert.Equal("ask:multiple-sclerosis", Core.Of(_recognizer, "MS", "dermatology"));
    }

    [Fact]
    public void Board_ChoosesTheSenseThatOthersName_WhateverTheOrder()
    {
        var phrases = new[] { "MS", "mitral stenosis", "myocardial infarction", "MS" };
        foreach (var order in new[] { phrases, [.. phrases.Reverse()] })
        {
            var board = BoardSenses.Resolve([.. order.Select(phrase => _recognizer.Recognize(phrase))]);
            Assert.Equal(order.Select(phrase => phrase == "myocardial infarction" ? "infarction" : "mitral-stenosis"), board.Select(found => found.Diagnosis!.Id));
            Assert.Equal(2, board.Count(found => found.Rule == RecognitionRules.ByBoard));
        }
    }

    [Fact]
    public void Board_ThatNamesBothSensesOrNone_ChoosesNone()
    {
        Assert.False(BoardSenses.Resolve([_recognizer.Recognize("MS"), _recognizer.Recognize("mitral stenosis"), _recognizer.Recognize("multiple sclerosis")])[0].IsAccepted);
        Assert.False(BoardSenses.Resolve([_recognizer.Recognize("MS"), _recognizer.Recognize("chest pain")])[0].IsAccepted);
        Assert.False(BoardSenses.Resolve([_recognizer.Recognize("MS"), _recognizer.Recognize("MS")])[0].IsAccepted);
    }
}
