using CrowdDx.Terminology.Recognizing;

namespace CrowdDx.Terminology.Tests.Recognizing;

public class ContextTests
{
    [Theory]
    [InlineData("multiple sclerosis", Certainty.Unstated)]
    [InlineData("?multiple sclerosis", Certainty.Possible)]
    [InlineData("multiple sclerosis??", Certainty.Possible)]
    [InlineData("possible multiple sclerosis", Certainty.Possible)]
    [InlineData("could this be multiple sclerosis", Certainty.Possible)]
    [InlineData("can't rule out multiple sclerosis", Certainty.Possible)]
    [InlineData("most likely multiple sclerosis", Certainty.Probable)]
    [InlineData("multiple sclerosis - probable", Certainty.Probable)]
    [InlineData("I'd go with multiple sclerosis", Certainty.Probable)]
    [InlineData("multiple sclerosis would be my first thought", Certainty.Probable)]
    [InlineData("multiple sclerosis (80 %)", Certainty.Unstated)]
    [InlineData("definitely multiple sclerosis", Certainty.Certain)]
    [InlineData("r/o multiple sclerosis", Certainty.ToExclude)]
    [InlineData("multiple sclerosis until proven otherwise", Certainty.ToExclude)]
    [InlineData("V.a. multiple Sklerose", Certainty.Possible)]
    [InlineData("3) multiple sclerosis NOS", Certainty.Unstated)]
    [InlineData("Multiple sclerosis (disorder)", Certainty.Unstated)]
    [InlineData("• Dx: multiple sclerosis", Certainty.Unstated)]
    public void Hedge_IsTakenOffAndTold(string phrase, Certainty certainty)
    {
        var found = Core.Recognizer.Recognize(phrase);
        Assert.Equal("multiple-sclerosis", found.Diagnosis?.Id);
        Assert.True(found.IsAccepted);
        Assert.Equal(certainty, found.Context.Certainty);
    }

    [Theory]
    [InlineData("no evidence of multiple sclerosis", Standing.Denied)]
    [InlineData("multiple sclerosis ruled out", Standing.Denied)]
    [InlineData("not multiple sclerosis", Standing.Denied)]
    [InlineData("multiple sclerosis unlikely", Standing.Denied)]
    [InlineData("I don't think it is multiple sclerosis", Standing.Denied)]
    [InlineData("family history of multiple sclerosis", Standing.Family)]
    [InlineData("FHx multiple sclerosis", Standing.Family)]
    [InlineData("mother with multiple sclerosis", Standing.Family)]
    [InlineData("h/o multiple sclerosis", Standing.Past)]
    [InlineData("s/p stroke", Standing.Past)]
    [InlineData("old MI", Standing.Past)]
    [InlineData("risk of stroke", Standing.Risk)]
    [InlineData("stroke prophylaxis", Standing.Risk)]
    public void WhatThePatientHasNot_IsNeverMerged(string phrase, Standing standing)
    {
        var found = Core.Recognizer.Recognize(phrase);
        Assert.Null(found.Diagnosis);
        Assert.NotEmpty(found.Alternatives);
        Assert.Equal(standing, found.Context.Standing);
        Assert.Equal(DiagnosisKeyKind.NormalForm, found.Key!.Value.Kind);
    }

    [Theory]
    [InlineData("migraine without aura", "migraine-without-aura")]
    [InlineData("non-Hodgkin lymphoma", "non-hodgkin-lymphoma")]
    [InlineData("query fever", "q-fever")]
    [InlineData("clinical deprepsion", "major-depressive-disorder")]
    [InlineData("Haemophilia A is my answer", "haemophilia-a")]
    [InlineData("1. Multiple endocrine neoplasia", "multiple-endocrine-neoplasia")]
    [InlineData("would put mucopolysaccharidosis first", "mucopolysaccharidosis")]
    [InlineData("May-Thurner syndrome, suspected", "may-thurner-syndrome")]
    [InlineData("most likely May-Thurner syndrome", "may-thurner-syndrome")]
    [InlineData("absence seizure", "absence-seizure")]
    public void Name_ThatLooksLikeAHedge_IsAName(string phrase, string id) => Assert.Equal(id, Core.Recognizer.Recognize(phrase).Diagnosis?.Id);

    [Theory]
    [InlineData("1. stroke", 3)]
    [InlineData("(2) stroke", 4)]
    [InlineData("b) stroke", 3)]
    [InlineData("- stroke", 2)]
    [InlineData("#1 stroke", 3)]
    [InlineData("1.5 stroke", 0)]
    [InlineData("C. diff", 0)]
    [InlineData("#NOF", 0)]
    [InlineData("1.", 0)]
    [InlineData("", 0)]
    public void ListMark_EndsHere(string phrase, int end) => Assert.Equal(end, ListMark.End(phrase));
}
