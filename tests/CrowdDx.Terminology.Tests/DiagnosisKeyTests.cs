using FsCheck;
using FsCheck.Fluent;

namespace CrowdDx.Terminology.Tests;

public class DiagnosisKeyTests
{
    [Fact]
    public void Format_OfEachKind_ParsesBack()
    {
        DiagnosisKey[] keys =
        [
            DiagnosisKey.OfNormalForm("heart failure"),
            DiagnosisKey.OfCoding(new("http://snomed.info/sct", "22298006"))!.Value,
            DiagnosisKey.OfDiagnosis("myocardial-infarction"),
        ];
        Assert.Equal(["n:heart failure", "c:http://snomed.info/sct|22298006", "d:myocardial-infarction"], keys.Select(k => k.ToString()));
        Assert.All(keys, key => Assert.Equal(key, DiagnosisKey.Parse(key.ToString())));
        Assert.Equal(new("http://snomed.info/sct", "22298006"), keys[1].AsCoding());
        Assert.Null(keys[0].AsCoding());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("n:")]
    [InlineData("x:y")]
    [InlineData("heart failure")]
    [InlineData("c:system")]
    [InlineData("c:|code")]
    [InlineData("c:system|")]
    public void Parse_OfNoKey_IsNull(string? text) => Assert.Null(DiagnosisKey.Parse(text));

    [Fact]
    public void OfCoding_WhenSystemHoldsBarsAndPercents_KeepsThemApart() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Gen.Elements("a", "|", "%", "%7C", "%25", "7C", "b").ListOf().Where(p => p.Count is > 0 and < 20).Select(p => string.Concat(p)).Two().ToArbitrary(),
                pair => DiagnosisKey.OfCoding(new(pair.Item1, pair.Item2))!.Value.AsCoding() == new Coding(pair.Item1, pair.Item2)));

    [Theory]
    [InlineData("", "x")]
    [InlineData("x", " ")]
    [InlineData("x", "a\nb")]
    public void OfCoding_OfNoCoding_IsNull(string system, string code) => Assert.Null(DiagnosisKey.OfCoding(new(system, code)));

    [Fact]
    public void OfCoding_WhenTooLong_IsNull() => Assert.Null(DiagnosisKey.OfCoding(new(new string('s', 200), new string('c', 98))));

    [Fact]
    public void OfNormalForm_WhenTooLong_IsCutAndStaysDistinct()
    {
        var (one, other) = (new string('a', 500) + " b", new string('a', 500) + " c");
        var key = DiagnosisKey.OfNormalForm(one).ToString();
        Assert.Equal(DiagnosisKey.MaximumLength, key.Length);
        Assert.NotEqual(key, DiagnosisKey.OfNormalForm(other).ToString());
        Assert.Equal(key, DiagnosisKey.OfNormalForm(one).ToString());
        Assert.Equal(DiagnosisKey.MaximumLength, DiagnosisKey.OfNormalForm(new string('a', 298)).ToString().Length);
        Assert.DoesNotContain('~', DiagnosisKey.OfNormalForm(new string('a', 298)).ToString());
        Assert.True(DiagnosisKey.OfNormalForm("a" + string.Concat(Enumerable.Repeat("𐐨", 300))).ToString().Length <= DiagnosisKey.MaximumLength);
    }
}
