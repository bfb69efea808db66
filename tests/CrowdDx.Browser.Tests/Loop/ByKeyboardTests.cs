using CrowdDx.Browser.Tests.Stage;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CrowdDx.Browser.Tests.Loop;

/// <summary>Signing in, posting and answering without ever touching a mouse; the focus can be seen at every stop.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ByKeyboardTests(BrowserStage stage)
{
    [BrowserFact]
    public async Task Case_ByKeyboardAlone_IsPostedAndAnswered()
    {
        var cast = await stage.CastAsync(experts: 1);
        await using var student = await stage.WindowAsync();
        await SignInAsync(student, cast.Student);
        await Expect(student.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("My cases");
        await PostAsync(student.Page, cast.NetworkName);
        await student.Page.ArriveAtCaseAsync();

        await using var expert = await stage.WindowAsync();
        await SignInAsync(expert, cast.Experts[0]);
        await expert.ReloadUntilAsync(expert.Page.Link("Answer"), "the invitation");
        await AnswerAsync(expert.Page);
        await Expect(expert.Page.Link("Change my answer")).ToBeVisibleAsync();

        await Expect(student.Page.BoardRow("Biliary microlithiasis")).ToContainTextAsync("67 %");
        await Expect(student.Page.BoardRow("Pancreas divisum")).ToContainTextAsync("33 %");
    }

    [BrowserFact]
    public async Task SkipLink_ByKeyboard_LeadsToTheContent()
    {
        await using var window = await stage.WindowAsync();
        await window.GoAsync("/about");
        await new Keys(window.Page).EnterAsync("Skip to the content");
        await Expect(window.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    private static async Task SignInAsync(Window window, Actor actor)
    {
        var keys = new Keys(window.Page);
        await window.GoAsync("/");
        await keys.EnterAsync("Sign in");
        await window.Page.ArriveAsync("/sign-in");
        await keys.TypeAsync("E-mail", actor.Email);
        await keys.TypeAsync("Password", Actor.Password);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Button("Sign out").WaitForAsync();
    }

    private static async Task PostAsync(IPage page, string networkName)
    {
        var keys = new Keys(page);
        await keys.EnterAsync("Post a case");
        await page.ArriveAsync("/cases/new");
        await keys.TypeAsync("Title", "Pancreatitis for the sixth time");
        await keys.TypeAsync("Age in years", "16");
        // In a list of choices one types the beginning.
        await keys.TypeAsync("Sex", "male");
        await keys.TypeAsync("Presentation", "Epigastric pain radiating to the back.");
        await keys.TypeAsync("Specialties", "gastroenterology");
        await keys.TickAsync(networkName);
        await keys.ChooseAsync("the patient agreed", "the case is made up");
        await keys.TickAsync("experts may see and answer it");
        await keys.EnterAsync("Post the case");
    }

    private static async Task AnswerAsync(IPage page)
    {
        var keys = new Keys(page);
        await keys.EnterAsync("Answer");
        await page.ArriveAsync("/answer");
        await keys.TypeAsync("Diagnosis 1", "Biliary microlithiasis");
        await keys.ChooseAsync("10 %", "70 %");
        await keys.TypeAsync("Diagnosis 2", "Pancreas divisum");
        await keys.TypeAsync("Why, in a line", "Recurrent, and well in between.");
        await keys.EnterAsync("Send the answer");
    }
}
