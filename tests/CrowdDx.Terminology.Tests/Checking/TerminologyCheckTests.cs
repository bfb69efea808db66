namespace CrowdDx.Terminology.Tests.Checking;

public class TerminologyCheckTests
{
    [Theory]
    [InlineData("a\n  name A1\na\n  name A2", "test.txt:3: 'a' is at test.txt:1 already.")]
    [InlineData("a\n  also A1", "test.txt:1: 'a' has no name.")]
    [InlineData("a b\n  name A1", "test.txt:1: 'a b' is no id: it has white space, or is too long.")]
    [InlineData("a\n  name A1\n  specialty magic", "test.txt:1: 'a': 'magic' is no specialty.")]
    [InlineData("a\n  name A1\n  icd10 85", "test.txt:1: 'a': '85' is no category of ICD-10, such as K85 or K85.1.")]
    [InlineData("a\n  name A1\n  parent b", "test.txt:1: 'a': its parent 'b' is no diagnosis.")]
    [InlineData("a\n  name A1\n  parent a", "test.txt:1: 'a' is a kind of itself: a > a.")]
    [InlineData("a\n  name A1\n  parent b\nb\n  name B1\n  parent c\nc\n  name C1\n  parent a\nd\n  name D1\n  parent a", "test.txt:1: 'a' is a kind of itself: a > b > c > a.")]
    [InlineData("a\n  name Ulcer\nb\n  name Sore\n  also ULCER", "test.txt:5: 'b': 'ULCER' is a name of 'a' (test.txt:2) too.")]
    [InlineData("a\n  name Anaemia\nb\n  name Anemia", "test.txt:4: 'b': 'Anemia' is a name of 'a' (test.txt:2) too.")]
    [InlineData("a\n  name A1\n  also ?", "test.txt:3: 'a': '?' names nothing.")]
    public void Contradiction_IsReportedWithItsLine(string text, string problem) => Assert.Equal([problem], Draft.Problems(text));

    private const string Two = """
        multiple-sclerosis
          name Multiple sclerosis
          abbreviation MS
        mitral-stenosis
          name Mitral stenosis
          abbreviation MS
        """;

    [Fact]
    public void Abbreviation_OfTwo_IsDeclared()
    {
        Assert.Empty(Draft.Problems(Two, "MS: multiple-sclerosis; mitral-stenosis; other"));
        Assert.Equal(2, Draft.Problems(Two).Length);
        Assert.Equal("test.txt:3: 'MS' stands for multiple-sclerosis and mitral-stenosis, and is not declared ambiguous.", Draft.Problems(Two)[0]);
    }

    [Theory]
    [InlineData("MS: multiple-sclerosis; other", "test.txt:6: 'mitral-stenosis' claims 'MS', which is declared ambiguous without it.")]
    [InlineData("MS: multiple-sclerosis; mitral-stenosis; morphine", "ambiguous.txt:1: 'morphine', a sense of 'MS', is no diagnosis.")]
    [InlineData("MS: multiple-sclerosis; mitral-stenosis\nPE: multiple-sclerosis; other", "ambiguous.txt:2: 'multiple-sclerosis' does not claim the abbreviation 'PE'.")]
    [InlineData("MS: multiple-sclerosis; mitral-stenosis\nMS: multiple-sclerosis; mitral-stenosis", "ambiguous.txt:2: 'MS' is declared twice.")]
    [InlineData("MS: multiple-sclerosis; mitral-stenosis\nPE multiple-sclerosis",
        "ambiguous.txt:2: A line is an abbreviation, a colon, a space, and two or more ids (or 'other') with '; ' between them.")]
    public void Declaration_AndClaims_Agree(string ambiguous, string problem) => Assert.Equal([problem], Draft.Problems(Two, ambiguous));
}
