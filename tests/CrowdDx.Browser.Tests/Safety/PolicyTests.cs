using CrowdDx.Browser.Tests.Stage;

namespace CrowdDx.Browser.Tests.Safety;

/// <summary>Every page comes with a content security policy that allows nothing inline and nothing foreign, and Chromium keeps to it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PolicyTests(BrowserStage stage)
{
    [BrowserFact]
    public async Task Page_OfAnyKind_ComesWithAStrictPolicy()
    {
        var exhibit = await stage.ExhibitAsync();
        foreach (var pages in SitePage.All.GroupBy(page => page.Who?.Invoke(exhibit)))
        {
            await using var window = pages.Key is null ? await stage.WindowAsync() : await stage.WindowAsync(pages.Key);
            foreach (var path in pages.Select(page => page.Path(exhibit)).Append("/nowhere").Append("/icon.svg"))
            {
                var response = await window.Page.APIRequest.GetAsync(path, new() { Headers = new Dictionary<string, string> { ["Accept"] = "text/html" } });
                var policy = response.Headers.GetValueOrDefault("content-security-policy") ?? "";
                var directives = policy.Split(';', StringSplitOptions.TrimEntries).Select(directive => directive.Split(' ')).ToDictionary(words => words[0], words => words[1..]);
                Assert.True(directives.GetValueOrDefault("default-src") is ["'none'"], $"{path}: {policy}");
                Assert.True(directives["script-src"] is ["'self'"] && directives["style-src"] is ["'self'"], $"{path}: {policy}");
                Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            }
        }
    }

    [BrowserFact]
    public async Task Script_PutIntoAPage_IsRefusedAndNoticed()
    {
        await using var window = await stage.WindowAsync();
        await window.GoAsync("/about");
        var said = window.Page.WaitForConsoleMessageAsync();
        await window.Page.EvaluateAsync("() => { const script = document.createElement('script'); script.textContent = 'globalThis.ran = true'; document.body.append(script); }");
        await said;
        Assert.False(await window.Page.EvaluateAsync<bool>("globalThis.ran === true"));
        Assert.NotEmpty(window.Complaints);
    }
}
