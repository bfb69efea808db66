using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CrowdDx.Deidentification.Tests;

public class ScreenPropertyTests
{
    private static readonly string[] Pieces =
    [
        "14 March 2024", "3/14/2024", "2024-03-14", "March", "May", "may", "on", "the", "in", "of", "14th", "2024", "12", "93-year-old", "woman", "aged", "94", "yo",
        "415-555-2671", "+44 20 7946 0958", "07700 900123", "fax", "tel:", "219-09-9998", "SSN", "jane@example.org", "www.example.org", "example.com/x", "192.0.2.4",
        "2001:db8::1", "MRN", "number", "no.", "A123456", "943 476 5919", "4111 1111 1111 1111", "account", "serial", "120/80", "mmHg", "4/5", "fever", "T10-T12",
        "Na 140", "spring 2019", "since", "Mar", "sept", "\n", ".", ",", "-", "/", ":", "@", "(", ")", "+", "é", "\uD83E\uDEC0", "\uD800", "\uDC00", "\u00A0", "0", "1", "x",
    ];

    private static readonly Gen<string> Texts =
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces))
        from separators in Gen.ArrayOf(Gen.Elements(" ", " ", " ", "", ", ", "\n"), pieces.Length)
        select string.Concat(pieces.Zip(separators, (piece, separator) => piece + separator));

    private static readonly Gen<string> AnyCharacters =
        Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 0xFFFF), Gen.Choose(32, 126), Gen.Choose('0', '9'))).Select(codes => string.Concat(codes.Select(code => (char)code)));

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(60);

    [Fact]
    public void Find_WhateverTheText_StaysWithinBoundsSortedAndApart() => Check(Gen.OneOf(Texts, AnyCharacters), text =>
    {
        var end = 0;
        foreach (var finding in IdentifierScreen.Find(text))
        {
            if (finding.Offset < end || finding.Length < 1 || finding.Offset + finding.Length > text.Length || finding.Confidence is <= 0 or > 1 || finding.HipaaLetter is < 'A' or > 'R')
                return false;
            end = finding.Offset + finding.Length;
        }

        return true;
    });

    [Fact]
    public void Find_WhateverTheText_SaysTheSameTwice() =>
        Check(Texts, text => IdentifierScreen.Find(text).SequenceEqual(IdentifierScreen.Find(text)));

    [Fact]
    public void Redact_WhateverTheText_LeavesNoFindingWithinASuggestion() => Check(Texts, text =>
    {
        var redacted = new StringBuilder();
        var suggestions = new List<(int From, int To)>();
        var done = 0;
        foreach (var finding in IdentifierScreen.Find(text))
        {
            redacted.Append(text, done, finding.Offset - done);
            suggestions.Add((redacted.Length, redacted.Length + finding.Suggestion.Length));
            redacted.Append(finding.Suggestion);
            done = finding.Offset + finding.Length;
        }

        redacted.Append(text, done, text.Length - done);
        return redacted.ToString() == IdentifierScreen.Redact(text, IdentifierScreen.Find(text))
            && IdentifierScreen.Find(redacted.ToString()).All(finding =>
                !suggestions.Contains((finding.Offset, finding.Offset + finding.Length)) && !suggestions.Exists(s => s.From <= finding.Offset && finding.Offset + finding.Length <= s.To));
    });

    [Fact]
    public void Redact_WhateverTheText_ComesToRest() => Check(Texts, text =>
    {
        // A year that takes the place of a date may stand beside a month that was no date before; redacting again settles it.
        for (var round = 0; round < 100; round++)
        {
            var findings = IdentifierScreen.Find(text);
            if (findings.Count == 0)
                return true;
            text = IdentifierScreen.Redact(text, findings);
        }

        return false;
    });

    private static void Check(Gen<string> texts, Func<string, bool> property) =>
        Prop.ForAll(Arb.From(texts), property).Check(Thorough);
}
