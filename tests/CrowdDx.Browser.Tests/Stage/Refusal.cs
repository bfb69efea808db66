using Microsoft.Playwright;

namespace CrowdDx.Browser.Tests.Stage;

/// <summary>What a page looks like after it refused something, or with something that is shown but once.</summary>
/// <param name="Name">What happened.</param>
/// <param name="Who">Who did it; nobody who signed in where null.</param>
/// <param name="From">Where.</param>
/// <param name="ProvokeAsync">What was done there.</param>
/// <param name="Says">What the page says then.</param>
internal sealed record Refusal(string Name, Func<Exhibit, Actor>? Who, Func<Exhibit, string> From, Func<IPage, Task> ProvokeAsync, string Says)
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("no such page", e => e.Student, _ => "/", page => page.GotoAsync("/nowhere"), "Back to the start"),
        new("no such case", e => e.Student, _ => "/", page => page.GotoAsync($"/cases/{Guid.Empty}"), "Back to the start"),
        new("wrong password", null, _ => "/sign-in", WrongPasswordAsync, "E-mail address or password is wrong."),
        new("incomplete registration", null, _ => "/register", page => SubmitAsync(page, "Register"), "characters"),
        new("incomplete case", e => e.Student, _ => "/cases/new", page => SubmitAsync(page, "Post the case"), "presentation"),
        new("case with an identifier in an emergency", e => e.Student, _ => "/cases/new", SuspectCaseAsync, "Nothing was stored"),
        new("incomplete network", e => e.Curator, _ => "/networks/new", page => SubmitAsync(page, "Create"), "specialties"),
        new("answer that names one thing twice", e => e.Blind, e => $"/cases/{e.CaseId}/answer", DoubleAnswerAsync, "diagnoses"),
        new("new API key", e => e.Researcher, _ => "/me", MakeKeyAsync, "It is shown only now"),
        new("outcome without a diagnosis", e => e.Student, e => $"/cases/{e.CaseId}", page => RecordNothingAsync(page), "basis"),
    ];

    public static TheoryData<string> Names => new(All.Select(refusal => refusal.Name));

    public static Refusal Of(string name) => All.Single(refusal => refusal.Name == name);

    private static async Task WrongPasswordAsync(IPage page)
    {
        await page.GetByLabel("E-mail").FillAsync("nobody@example.org");
        await page.GetByLabel("Password").FillAsync("not the password");
        await SubmitAsync(page, "Sign in");
    }

    private static async Task SuspectCaseAsync(IPage page)
    {
        await page.GetByLabel("Title").FillAsync("Seen on 14 March 2024");
        await page.GetByLabel("Presentation").FillAsync("On 15 March 2024 she was suicidal.");
        await SubmitAsync(page, "Post the case");
    }

    private static async Task DoubleAnswerAsync(IPage page)
    {
        await page.Diagnosis(1).FillAsync("Gout");
        await page.Diagnosis(2).FillAsync("Gout");
        await SubmitAsync(page, "Send the answer");
    }

    private static async Task MakeKeyAsync(IPage page)
    {
        await page.UnfoldAsync("Make a key");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("notebook");
        await page.GetByRole(AriaRole.Group, new() { Name = "It may be used for" }).GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await SubmitAsync(page, "Make the key");
    }

    private static async Task RecordNothingAsync(IPage page)
    {
        await page.UnfoldAsync("Record what it was");
        await SubmitAsync(page, "Record");
    }

    /// <summary>Sends a form as it is, past what the browser itself would ask for.</summary>
    private static async Task SubmitAsync(IPage page, string button)
    {
        await page.EvaluateAsync("document.querySelectorAll('form').forEach(form => form.noValidate = true)");
        await page.Button(button).ClickAsync();
    }
}
