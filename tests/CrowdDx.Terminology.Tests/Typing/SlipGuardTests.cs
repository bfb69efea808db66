using CrowdDx.Terminology.Typing;

namespace CrowdDx.Terminology.Tests.Typing;

public class SlipGuardTests
{
    [Theory]
    [InlineData("hyperkalemia", "hypokalemia")]
    [InlineData("tachycardia", "bradycardia")]
    [InlineData("arthritis", "arthrosis")]
    [InlineData("ureteral", "urethral")]
    [InlineData("symptomatic", "asymptomatic")]
    [InlineData("continence", "incontinence")]
    [InlineData("intracranial", "extracranial")]
    [InlineData("neutropenia", "neutrophilia")]
    [InlineData("arteritis", "arthritis")]
    public void Words_ThatMeanDifferentThings_AreNoSlips(string one, string other)
    {
        Assert.True(SlipGuard.MeansAnother(one, other));
        Assert.True(SlipGuard.MeansAnother(other, one));
    }

    [Theory]
    [InlineData("pancraetitis", "pancreatitis")]
    [InlineData("gullain", "guillain")]
    [InlineData("perocarditis", "pericarditis")]
    [InlineData("hypertyroidism", "hyperthyroidism")]
    [InlineData("arthritos", "arthritis")]
    public void Slips_MeanNothingElse(string typed, string known) => Assert.False(SlipGuard.MeansAnother(typed, known));

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(30, 2)]
    public void Slips_AllowedByLength(int length, int slips) => Assert.Equal(slips, SlipGuard.Most(length));
}
