using System.Text.Json;

using CrowdDx.Browser.Tests.Stage;

namespace CrowdDx.Browser.Tests.Weight;

/// <summary>What each page brings on its first load, with an empty cache, held against the table in docs/pages.md.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageWeightTests(BrowserStage stage)
{
    // Texts change a little without anybody minding; a script or a style sheet more than this does not come unnoticed.
    private const double Tolerance = 0.15;

    private const int MostOfAnswerPage = 150_000;

    // The page and what it asks for while it loads, but for the icon, which may come late; as bytes on the wire and with an allowance of 300 for the head of each (Resource Timing, transferSize).
    private const string Loaded =
        """
        JSON.stringify([...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource').filter(r => ['link', 'script', 'css', 'img', 'other'].includes(r.initiatorType))]
          .filter(entry => !new URL(entry.name).pathname.startsWith('/icon'))
          .map(entry => entry.transferSize))
        """;

    [BrowserFact]
    public async Task Document_OfPages_SaysWhatTheyWeigh()
    {
        var measured = new List<PageWeight>();
        foreach (var page in SitePage.All)
            measured.Add(await WeighAsync(page));
        if (PagesDocument.IsToBeWritten)
            PagesDocument.Write(await new ServerTimes(stage).AddToAsync(measured));

        var written = PagesDocument.Read();
        Assert.Equal(measured.Select(page => (page.Name, page.Requests)), written.Select(page => (page.Name, page.Requests)));
        Assert.All(measured.Zip(written), pair => Assert.True(
            Math.Abs(pair.First.Bytes - pair.Second.Bytes) <= Tolerance * pair.Second.Bytes, $"{pair.First} is not {pair.Second}; {PagesDocument.Remedy}"));
        Assert.All(written, page => Assert.True(page.Times > 0, $"{page} has no server time"));
    }

    [BrowserTheory]
    [InlineData("answer")]
    [InlineData("answer again")]
    public async Task AnswerPage_OnItsFirstLoad_WeighsAtMost150Kilobytes(string name)
        => Assert.InRange((await WeighAsync(SitePage.Of(name))).Bytes, 1_000, MostOfAnswerPage);

    private async Task<PageWeight> WeighAsync(SitePage page)
    {
        await using var window = await stage.ShowAsync(page);
        var sizes = JsonSerializer.Deserialize<int[]>(await window.Page.EvaluateAsync<string>(Loaded))!;
        Assert.All(sizes, size => Assert.True(size > 0, $"{page.Name} took something from a cache."));
        return new(page.Name, sizes.Sum(), sizes.Length, Times: null);
    }
}
