using CrowdDx.Browser.Tests.Stage;

namespace CrowdDx.Browser.Tests.Access;

/// <summary>Every page can be used on a phone of 360 by 640 pixels: nothing sticks out, and what is tapped is large enough for a thumb.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PhoneTests(BrowserStage stage)
{
    private const string SticksOut =
        """
        () => [...(document.documentElement.scrollWidth > innerWidth ? [`the page is ${document.documentElement.scrollWidth} px wide`] : []),
          ...[...document.querySelectorAll("main *")].filter(e => {
            const box = e.getBoundingClientRect();
            for (let around = e.parentElement; around; around = around.parentElement)
              if (["auto", "scroll", "hidden"].includes(getComputedStyle(around).overflowX)) return false;
            return box.width > 0 && box.height > 0 && (box.right > innerWidth + 1 || box.left < -1) && getComputedStyle(e).position !== "absolute";
          }).map(e => e.outerHTML.slice(0, 120))]
        """;

    // WCAG 2.2: 24 px is asked for of whatever is tapped (2.5.8, where axe allows for room around it); a field one writes into has the 44 px of 2.5.5.
    private const string TooSmall =
        """
        () => [...document.querySelectorAll("main :is(button, summary, textarea, select, input:not([type=hidden], [type=checkbox], [type=radio]))")]
          .map(e => [e, e.getBoundingClientRect(), e.matches("textarea, select, input") ? 44 : 24]).filter(([, box, least]) => box.height > 0 && box.height < least)
          .map(([e, box]) => `${box.width.toFixed()} × ${box.height.toFixed()}: ${e.outerHTML.slice(0, 120)}`)
        """;

    [BrowserTheory]
    [MemberData(nameof(SitePage.Names), MemberType = typeof(SitePage))]
    public async Task Page_OnAPhone_FitsAndCanBeTapped(string name)
    {
        await using var window = await stage.ShowAsync(SitePage.Of(name), new() { ViewportSize = new() { Width = 360, Height = 640 }, HasTouch = true, IsMobile = true });
        Assert.Empty(await window.Page.EvaluateAsync<string[]>(SticksOut));
        Assert.Empty(await window.Page.EvaluateAsync<string[]>(TooSmall));
    }
}
