namespace CrowdDx.Deidentification.Tests;

/// <summary>
/// Text made to be slow. Each takes a fraction of a second when time is linear in the length and hours when it is not, so the limit is generous on purpose.
/// </summary>
public class LargeTextTests
{
    private const int Characters = 100_000;

    [Theory(Timeout = 120_000)]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("0")]
    [InlineData("a.")]
    [InlineData("a@")]
    [InlineData("a.com.")]
    [InlineData("a@a.")]
    [InlineData("www.")]
    [InlineData("1 ")]
    [InlineData("01 ")]
    [InlineData("1-")]
    [InlineData("1.")]
    [InlineData(":1")]
    [InlineData("f:")]
    [InlineData("+1 (")]
    [InlineData("+44 20 7946 0958 ")]
    [InlineData("14 March ")]
    [InlineData("March and ")]
    [InlineData("on the ")]
    [InlineData("fax ")]
    [InlineData("SSN ")]
    [InlineData("ssn ending in ")]
    [InlineData("no. no ")]
    [InlineData("MRN 1-")]
    [InlineData("DE89 ")]
    [InlineData("4111 ")]
    [InlineData("93 ")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("\uD800")]
    public Task Find_WhenTextIsAdversarial_Finishes(string piece) => Task.Run(() =>
    {
        var text = string.Concat(Enumerable.Repeat(piece, Characters / piece.Length));
        var redacted = IdentifierScreen.Redact(text, IdentifierScreen.Find(text));
        Assert.NotNull(redacted);
    });
}
