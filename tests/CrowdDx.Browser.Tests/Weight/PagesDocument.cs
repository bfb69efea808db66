using System.Globalization;

using CrowdDx.Testing;

namespace CrowdDx.Browser.Tests.Weight;

/// <summary>What a page weighs on its first load.</summary>
/// <param name="Name">The page.</param>
/// <param name="Bytes">Of it and all that it asks for.</param>
/// <param name="Requests">How many.</param>
/// <param name="Times">Server time, in times that of <c>/health/live</c> in the same run.</param>
internal sealed record PageWeight(string Name, int Bytes, int Requests, double? Times);

/// <summary>The table in docs/pages.md.</summary>
internal static class PagesDocument
{
    public const string Remedy = $"{Variable}=1 writes docs/pages.md anew";

    private const string Variable = "CROWDDX_WRITE_PAGES";
    private const string Head = "| page | kB | requests | server time |";

    private static readonly string File = Checkout.PathOf("docs/pages.md");

    public static bool IsToBeWritten => Environment.GetEnvironmentVariable(Variable) == "1";

    public static IReadOnlyList<PageWeight> Read()
        => [.. System.IO.File.ReadLines(File).SkipWhile(line => line != Head).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(Row)];

    /// <summary>Replaces the table, which is the last thing in the document.</summary>
    public static void Write(IEnumerable<PageWeight> pages)
        => System.IO.File.WriteAllLines(
            File,
            [
                .. System.IO.File.ReadLines(File).TakeWhile(line => line != Head), Head, "|---|---:|---:|---:|",
                .. pages.Select(page => string.Create(CultureInfo.InvariantCulture, $"| {page.Name} | {page.Bytes / 1_000.0:0.0} | {page.Requests} | {page.Times:0.0} × |")),
            ]);

    private static PageWeight Row(string[] cells)
        => new(
            cells[1], (int)(double.Parse(cells[2], CultureInfo.InvariantCulture) * 1_000), int.Parse(cells[3], CultureInfo.InvariantCulture),
            double.Parse(cells[4].TrimEnd('×', ' '), CultureInfo.InvariantCulture));
}
