using System.Net;

using Microsoft.Playwright;

namespace CrowdDx.Browser.Tests.Stage;

/// <summary>What a page looks like after it refused something, or with something that is shown but once.</summary>
/// <param name="Name">What happened.</param>
/// <param name="Status">What the gateway says to it.</param>
/// <param name="Who">Who did it; nobody who signed in where null.</param>
/// <param name="From">Where.</param>
/// <param name="ProvokeAsync">What was done there.</param>
internal sealed record Refusal(string Name, HttpStatusCode Status, Func<Exhibit, Actor>? Who, Func<Exhibit, string> From, Func<IPage, Task<IResponse?>> ProvokeAsync)
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("no such page", HttpStatusCode.NotFound, e => e.Student, _ => "/", page => page.GotoAsync("/nowhere")),
        new("no such case", HttpStatusCode.NotFound, e => e.Student, _ => "/", page => page.GotoAsync($"/cases/{Guid.Empty}")),
        new("wrong password", HttpStatusCode.Unauthorized, null, _ => "/sign-in", WrongPasswordAsync),
        new("incomplete registration", HttpStatusCode.BadRequest, null, _ => "/register", page => page.SendAnywayAsync("Register")),
        new("incomplete case", HttpStatusCode.BadRequest, e => e.Student, _ => "/cases/new", page => page.SendAnywayAsync("Post the case")),
        new("case with an identifier in an emergency", HttpStatusCode.OK, e => e.Student, _ => "/cases/new", SuspectCaseAsync),
        new("incomplete network", HttpStatusCode.BadRequest, e => e.Curator, _ => "/networks/new", page => page.SendAnywayAsync("Create")),
        new("answer that names one thing twice", HttpStatusCode.BadRequest, e => e.Blind, e => $"/cases/{e.CaseId}/answer", DoubleAnswerAsync),
        new("new API key", HttpStatusCode.OK, e => e.Researcher, _ => "/me", MakeKeyAsync),
        new("outcome without a diagnosis", HttpStatusCode.BadRequest, e => e.Student, e => $"/cases/{e.CaseId}", RecordNothingAsync),
    ];

    public static TheoryData<string> Names => new(All.Select(refusal => refusal.Name));

    public static Refusal Of(string name) => All.Single(refusal => refusal.Name == name);

    private static async Task<IResponse?> WrongPasswordAsync(IPage page)
    {
        await page.GetByLabel("E-mail").FillAsync("nobody@example.org");
        await page.GetByLabel("Password").FillAsync("not the password");
        return await page.SendAnywayAsync("Sign in");
    }

    private static async Task<IResponse?> SuspectCaseAsync(IPage page)
    {
        await page.GetByLabel("Title").FillAsync("Seen on 14 March 2024");
        await page.GetByLabel("Presentation").FillAsync("On 15 March 2024 she was suicidal.");
        return await page.SendAnywayAsync("Only check the text");
    }

    private static async Task<IResponse?> DoubleAnswerAsync(IPage page)
    {
        await page.Diagnosis(1).FillAsync("Gout");
        await page.Diagnosis(2).FillAsync("Gout");
        return await page.SendAnywayAsync("Send the answer");
    }

    private static async Task<IResponse?> MakeKeyAsync(IPage page)
    {
        await page.UnfoldAsync("Make a key");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("notebook");
        await page.GetByRole(AriaRole.Group, new() { Name = "It may be used for" }).GetByRole(AriaRole.Checkbox).First.CheckAsync();
        return await page.SendAnywayAsync("Make the key");
    }

    private static async Task<IResponse?> RecordNothingAsync(IPage page)
    {
        await page.UnfoldAsync("Record what it was");
        return await page.SendAnywayAsync("Record");
    }
}
