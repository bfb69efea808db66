using CrowdDx.Browser.Tests.Stage;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CrowdDx.Browser.Tests.Loop;

/// <summary>An expert types what may mean several diseases, and is asked before anything is sent.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DidYouMeanTests(BrowserStage stage)
{
    [BrowserFact]
    public async Task Expert_WhoseWordsAreUnclear_IsAskedAndAnswersWithOneTap()
    {
        var cast = await stage.CastAsync(experts: 1);
        var caseId = await cast.PostCaseAsync();
        await using var expert = await stage.WindowAsync();
        await expert.SignInAsync(cast.Experts[0]);
        await expert.GoAsync($"/cases/{caseId}/answer");
        await expert.Page.Locator("[name=\"d0.text\"]").FillAsync("MS");
        await expert.Page.Locator("[name=\"d1.text\"]").FillAsync("Zorblax fever");
        await expert.Page.GetByLabel("Why, in a line").FillAsync("A line that must not be lost.");
        await expert.Page.Button("Send the answer").ClickAsync();

        await Expect(expert.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("nothing has been sent yet");
        await Expect(expert.Page.GetByLabel("Why, in a line")).ToHaveValueAsync("A line that must not be lost.");
        await expert.Page.Button("Mitral stenosis").ClickAsync();

        await expert.Page.Link("Change my answer").WaitForAsync();
        await Expect(expert.Page.BoardRow("Mitral stenosis")).ToContainTextAsync("67 %");
        await Expect(expert.Page.BoardRow("Zorblax fever")).ToContainTextAsync("33 %");
    }
}
