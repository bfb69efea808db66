using CrowdDx.Terminology.Completing;
using FsCheck;
using FsCheck.Fluent;

namespace CrowdDx.Terminology.Tests.Completing;

public class CompletingTests
{
    private static readonly DiagnosisCompleter Completer = new(Core.Recognizer);

    [Theory]
    [InlineData("pancreatit", "pancreatitis")]
    [InlineData("biliary slu", "biliary-sludge")]
    [InlineData("Herzinf", "myocardial-infarction")]
    [InlineData("sclerosis multi", "multiple-sclerosis")]
    [InlineData("guilain", "guillain-barre-syndrome")]
    [InlineData("pancraetit", "pancreatitis")]
    [InlineData("COPD", "chronic-obstructive-pulmonary-disease")]
    [InlineData("epekő", "cholelithiasis")]
    public void Typed_IsCompletedFirstTo(string typed, string id) => Assert.Equal(id, Completer.Complete(typed)[0].Diagnosis.Id);

    [Fact]
    public void Abbreviation_WithSeveralSenses_CompletesToAllLikeliestFirst() =>
        Assert.Equal(["multiple-sclerosis", "mitral-stenosis"], Completer.Complete("ms").Take(2).Select(found => found.Diagnosis.Id));

    [Fact]
    public void AnyText_Completes_WithoutThrowingToFewDifferentOnes() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Gen.OneOf(ArbMap.Default.GeneratorFor<string>().Where(s => s is not null), Gen.Elements("", " ", "a", "ac", "acute ", "?", "é", "\uD800", new string('x', 300), "心")).ToArbitrary(),
                text => Completer.Complete(text, 5) is { Count: <= 5 } found && found.Select(one => one.Diagnosis).Distinct().Count() == found.Count));
}
