using CrowdDx.Terminology.Checking;
using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Loading;

namespace CrowdDx.Terminology.Tests;

/// <summary>Small terminologies written in the core's format.</summary>
internal static class Draft
{
    private static readonly TerminologySource Source = new("Test", "1", "none");

    public static TerminologyDraft Of(string text, string ambiguous = "")
    {
        var draft = new TerminologyDraft();
        new CoreFormatReader("test.txt", Source, draft).Read(new StringReader(text));
        AmbiguousReader.Read("ambiguous.txt", new StringReader(ambiguous), draft);
        return draft;
    }

    public static LoadedTerminology Load(string text, string ambiguous = "")
    {
        var draft = Of(text, ambiguous);
        Assert.Empty(TerminologyCheck.Of(draft));
        return TerminologyAssembler.Assemble(draft);
    }

    public static string[] Problems(string text, string ambiguous = "") => [.. TerminologyCheck.Of(Of(text, ambiguous)).Select(problem => problem.ToString())];
}
