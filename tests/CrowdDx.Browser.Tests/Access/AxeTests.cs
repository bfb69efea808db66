using CrowdDx.Browser.Tests.Stage;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CrowdDx.Browser.Tests.Access;

/// <summary>axe finds nothing on any page, whoever looks, on a desk and on a phone, light and dark, with everything unfolded.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AxeTests(BrowserStage stage)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    // What depends on the scheme.
    private static readonly AxeRunOptions Colours = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
    };

    [BrowserTheory]
    [MemberData(nameof(SitePage.Names), MemberType = typeof(SitePage))]
    public async Task Page_LightAndDark_HasNoViolation(string name)
    {
        await using var window = await stage.ShowAsync(SitePage.Of(name));
        await ExpectNoneAsync(window);
    }

    [BrowserTheory]
    [MemberData(nameof(Refusal.Names), MemberType = typeof(Refusal))]
    public async Task Page_AfterARefusal_HasNoViolation(string name)
    {
        await using var window = await stage.ShowAsync(Refusal.Of(name));
        await ExpectNoneAsync(window);
    }

    [BrowserFact]
    public async Task Axe_OnAPageWithFaults_FindsThem()
    {
        await using var window = await stage.WindowAsync();
        await window.GoAsync("/about");
        await window.Page.EvaluateAsync("document.querySelector('main').append(document.createElement('input'))");
        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await window.Page.EvaluateAsync("document.querySelector('h1').style.color = '#bbb'");
        var found = (await RunAsync(window, Rules)).Violations.Select(violation => violation.Id).ToList();
        Assert.Contains("label", found);
        Assert.Contains("color-contrast", found);
    }

    private static async Task ExpectNoneAsync(Window window)
    {
        var found = await ViolationsAsync(window, 360, ColorScheme.Light, Rules);
        found.AddRange(await ViolationsAsync(window, 1280, ColorScheme.Dark, Colours));
        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.Empty(window.Complaints);
    }

    private static async Task<List<string>> ViolationsAsync(Window window, int width, ColorScheme scheme, AxeRunOptions rules)
    {
        await window.Page.SetViewportSizeAsync(width, 800);
        await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var result = await RunAsync(window, rules);
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(node => $"{width} px, {scheme}, {v.Id}: {v.Help}: {node.Html} {Why(node)}"))];
    }

    // The way that is meant to come after it opens another window for every run, which here is most of the time; it matters to pages with frames, and ours have none.
#pragma warning disable CS0618
    private static Task<AxeResult> RunAsync(Window window, AxeRunOptions rules) => window.Page.Locator("html").RunAxeLegacy(rules);
#pragma warning restore CS0618

    private static string Why(AxeResultNode node) => string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message));
}
