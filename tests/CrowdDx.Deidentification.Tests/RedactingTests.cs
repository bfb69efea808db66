namespace CrowdDx.Deidentification.Tests;

public class RedactingTests
{
    [Fact]
    public void Redact_WhenFindingsOverlapOrAreUnsorted_RemovesAllOfThem()
    {
        Finding[] findings = [Of(6, 3, "second"), Of(0, 4, "first"), Of(2, 3, "lost")];
        Assert.Equal("first5second9", IdentifierScreen.Redact("0123456789", findings));
    }

    [Theory]
    [InlineData(8, 3)]
    [InlineData(-1, 3)]
    [InlineData(2, int.MaxValue)]
    public void Redact_WhenFindingIsOfAnotherText_Throws(int offset, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => IdentifierScreen.Redact("0123456789", [Of(offset, length, "")]));

    [Fact]
    public void Find_WhenOffsetsFollowSurrogatePairs_CountsCodeUnits()
    {
        const string text = "🫀🫁 jane@example.org \uD800";
        var finding = Assert.Single(IdentifierScreen.Find(text));
        Assert.Equal("jane@example.org", text.Substring(finding.Offset, finding.Length));
        Assert.Equal("🫀🫁 [e-mail] \uD800", IdentifierScreen.Redact(text, [finding]));
    }

    [Fact]
    public void Resolve_WhenFindingsOverlapInPart_CoversBothAndKeepsTheLonger()
    {
        var resolved = Overlaps.Resolve([Of(0, 4, "short"), Of(2, 6, "long"), Of(3, 1, "inside"), Of(9, 1, "apart")]);
        Assert.Equal([Of(0, 8, "long"), Of(9, 1, "apart")], resolved);
    }

    [Fact]
    public void Resolve_WhenSameStretch_KeepsTheSurer() =>
        Assert.Equal("sure", Assert.Single(Overlaps.Resolve([Of(0, 4, "unsure") with { Confidence = 0.4 }, Of(0, 4, "sure")])).Suggestion);

    private static Finding Of(int offset, int length, string suggestion) =>
        new(offset, length, IdentifierKind.OtherIdentifier, 'R', 0.5, "test", suggestion);
}
