using CrowdDx.Browser.Tests.Stage;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CrowdDx.Browser.Tests.Loop;

/// <summary>The whole way of a case with scripts switched off, through forms and links alone, from registering to the verdicts.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WithoutScriptsTests(BrowserStage stage)
{
    private const string Network = "Network without scripts";

    [BrowserFact]
    public async Task Loop_WithoutScripts_RunsFromRegistrationToVerdicts()
    {
        await using var curator = await WindowAsync();
        await using var expert = await WindowAsync();
        await using var student = await WindowAsync();

        await CreateNetworkAsync(curator, (await stage.ActorAsync("curator")).Email);
        await RegisterAsync(expert, "loop-expert@example.org", "Answer cases (expert)", "Inbox");
        await JoinAsync(expert);
        await RegisterAsync(student, "loop-student@example.org", "Post puzzling cases (student)", "My cases");
        var caseId = await PostAsync(student);
        await AnswerAsync(expert);
        await TalkAsync(expert, student, caseId);
        await ReadBoardAsync(student);
        await CloseAndRecordAsync(student);
        await JudgeAsync(student);

        await expert.GoAsync("/me");
        await expert.ReloadUntilAsync(expert.Page.GetByText("In 1 of 1 cases the diagnosis was among your first three"), "the expert's record");
        Assert.All([curator, expert, student], window => Assert.Empty(window.Complaints));
    }

    private Task<Window> WindowAsync() => stage.WindowAsync(new() { JavaScriptEnabled = false });

    private static async Task CreateNetworkAsync(Window curator, string email)
    {
        var page = curator.Page;
        await curator.SignInByFormAsync(email);
        await page.Link("Create a network").ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(Network);
        await page.GetByLabel("Whom it is for").FillAsync("All who think along.");
        await page.GetByLabel("What members agree to").FillAsync("Be kind.");
        await page.GetByLabel("Specialties").FillAsync("gastroenterology");
        await page.Button("Create").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Network);
    }

    /// <summary>Registers, is signed in at once, and signs out and in again.</summary>
    private static async Task RegisterAsync(Window window, string email, string wants, string heading)
    {
        var page = window.Page;
        await window.GoAsync("/");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Register" }).ClickAsync();
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(wants);
        await page.GetByLabel("Password").FillAsync(Actor.Password);
        await page.GetByLabel(wants).CheckAsync();
        await page.Button("Register").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
        await page.Button("Sign out").ClickAsync();
        await Expect(page.Button("Sign out")).ToHaveCountAsync(0);
        await window.SignInByFormAsync(email);
    }

    private static async Task JoinAsync(Window expert)
    {
        await expert.GoAsync("/networks");
        await expert.Page.Link(Network).ClickAsync();
        await Expect(expert.Page.GetByText("Be kind.")).ToBeVisibleAsync();
        await expert.Page.Button("Join").ClickAsync();
        await Expect(expert.Page.GetByText("Your membership: active")).ToBeVisibleAsync();
    }

    private static async Task<Guid> PostAsync(Window student)
    {
        await student.GoAsync("/cases");
        await student.Page.Link("Post a case").ClickAsync();
        await student.Page.FillAsync(CaseSheet.Pancreatitis, Network);
        await student.Page.PostAsync();
        return await student.Page.ArriveAtCaseAsync();
    }

    private static async Task AnswerAsync(Window expert)
    {
        var page = expert.Page;
        await expert.GoAsync("/inbox");
        await expert.ReloadUntilAsync(page.Link("Answer"), "the invitation");
        await page.Link("Answer").ClickAsync();
        await page.Diagnosis(1).FillAsync("Biliary microlithiasis");
        await page.GetByText("70 %", new() { Exact = true }).First.ClickAsync();
        await page.Diagnosis(2).FillAsync("Hereditary pancreatitis");
        await page.Diagnosis(3).FillAsync("Pancreas divisum");
        await page.GetByRole(AriaRole.Group, new() { Name = "Diagnosis 3", Exact = true }).GetByLabel("tied with the one above").CheckAsync();
        await page.GetByLabel("Why, in a line").FillAsync("Young, recurrent, and well in between.");
        await page.GetByLabel("What would you test next?").FillAsync("Endoscopic ultrasound");
        await page.GetByLabel("I looked things up").CheckAsync();
        await page.Button("Send the answer").ClickAsync();
        await Expect(page.Link("Change my answer")).ToBeVisibleAsync();
    }

    private static async Task TalkAsync(Window expert, Window student, Guid caseId)
    {
        await expert.Page.UnfoldAsync("Ask the author");
        await expert.Page.GetByLabel("Question").FillAsync("Any family history?");
        await expert.Page.Button("Ask").ClickAsync();
        await student.GoAsync($"/cases/{caseId}");
        await student.ReloadUntilAsync(student.Page.GetByText("Any family history?"), "the question");
        await student.Page.GetByLabel("Your reply").FillAsync("None at all.");
        await student.Page.Button("Reply").ClickAsync();
        await student.Page.UnfoldAsync("Add information");
        await student.Page.GetByLabel("What is new").FillAsync("Triglycerides are normal.");
        await student.Page.Button("Add").ClickAsync();
        await Expect(student.Page.GetByText("Triglycerides are normal.")).ToBeVisibleAsync();
        await expert.GoAsync($"/cases/{caseId}");
        await Expect(expert.Page.GetByText("Author: None at all.")).ToBeVisibleAsync();
    }

    private static async Task ReadBoardAsync(Window student)
    {
        await student.ReloadUntilAsync(student.Page.GetByText("1 expert has answered"), "the board");
        await Expect(student.Page.BoardRow("Biliary microlithiasis")).ToContainTextAsync("50 %");
        await Expect(student.Page.BoardRow("Pancreas divisum")).ToContainTextAsync("25 %");
        await Expect(student.Page.GetByText("Endoscopic ultrasound")).ToBeVisibleAsync();
        await student.Page.UnfoldAsync("What each expert wrote");
        await Expect(student.Page.GetByText("Young, recurrent, and well in between.")).ToBeVisibleAsync();
    }

    private static async Task CloseAndRecordAsync(Window student)
    {
        await student.Page.UnfoldAsync("Close the case");
        await student.Page.Button("Close it").ClickAsync();
        await Expect(student.Page.GetByText("closed", new() { Exact = true }).First).ToBeVisibleAsync();
        await student.Page.UnfoldAsync("Record what it was");
        await student.Page.GetByLabel("The diagnosis is").SelectOptionAsync(new SelectOptionValue { Label = "confirmed" });
        await student.Page.GetByLabel("Diagnosis (optional)").FillAsync("Biliary microlithiasis");
        await student.Page.GetByLabel("It rests on").SelectOptionAsync(new SelectOptionValue { Label = "imaging" });
        await student.Page.Button("Record").ClickAsync();
    }

    private static async Task JudgeAsync(Window student)
    {
        var page = student.Page;
        var proposed = page.GetByLabel("Biliary microlithiasis", new() { Exact = true });
        await student.ReloadUntilAsync(proposed.Locator("option[selected]").Filter(new() { HasText = "the same disease" }), "the proposed verdict");
        await page.GetByLabel("Pancreas divisum", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "another disease" });
        await page.GetByLabel("All without a verdict are other diseases").CheckAsync();
        await page.Button("Keep the verdicts").ClickAsync();
        await Expect(page.GetByText("Verdicts (complete)")).ToBeVisibleAsync();
    }
}
