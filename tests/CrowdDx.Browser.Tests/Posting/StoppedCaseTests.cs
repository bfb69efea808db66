using CrowdDx.Browser.Tests.Stage;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CrowdDx.Browser.Tests.Posting;

/// <summary>A case that names the patient is stopped, corrected by one tap, and posted with nothing typed again.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StoppedCaseTests(BrowserStage stage)
{
    private const string Identifier = "seen on 14 March 2024";

    // All that a form holds, but for the hidden key that names the attempt.
    private const string FormValues =
        "JSON.stringify([...new FormData(document.querySelector('form[action=\"/cases/new\"]'))].filter(([name]) => name !== 'acknowledgeEmergency'))";

    private static readonly CaseSheet Sheet = CaseSheet.Pancreatitis with
    {
        History = $"First attack {Identifier}; well in between.",
        Examination = "Tender epigastrium.\nAfebrile, <stable> & calm.",
        Question = "What next?",
    };

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Case_WithAnIdentifier_IsStoppedCorrectedByATapAndPosted(bool javaScript)
    {
        var cast = await stage.CastAsync(experts: 0);
        await using var student = await stage.WindowAsync(cast.Student, new() { JavaScriptEnabled = javaScript });
        var page = student.Page;
        await student.GoAsync("/cases/new");
        await page.FillAsync(Sheet, cast.NetworkName);
        var typed = await page.EvaluateAsync<string>(FormValues);
        await page.PostAsync();

        var findings = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Nothing was stored" });
        await Expect(findings).ToContainTextAsync("14 March 2024");
        Assert.Empty((await cast.Student.Person.ReadAsync("cases?mine=true"))["items"]!.AsArray());
        Assert.Equal(typed, await page.EvaluateAsync<string>(FormValues));

        await findings.GetByRole(AriaRole.Button).Filter(new() { HasText = "14 March 2024" }).ClickAsync();
        await Expect(findings).ToHaveCountAsync(0);
        Assert.DoesNotContain("14 March", await page.GetByLabel("History").InputValueAsync(), StringComparison.Ordinal);
        var corrected = await page.EvaluateAsync<string>(FormValues);
        Assert.Equal(typed.Replace("on 14 March 2024", "in 2024", StringComparison.Ordinal), corrected);

        await page.PostAsync();
        var caseId = await page.ArriveAtCaseAsync();
        var stored = await cast.Student.Person.ReadAsync($"cases/{caseId}");
        Assert.Equal((Sheet.Title, Sheet.Examination), ((string?)stored["title"], (string?)stored["examination"]));
        Assert.DoesNotContain("14 March", (string?)stored["history"], StringComparison.Ordinal);
        Assert.Empty(student.Complaints);
    }

    [BrowserFact]
    public async Task Text_WithAnIdentifier_IsMarkedWhileOneTypes()
    {
        var cast = await stage.CastAsync(experts: 0);
        await using var student = await stage.WindowAsync(cast.Student);
        await student.GoAsync("/cases/new");
        await student.Page.GetByLabel("History").PressSequentiallyAsync(Sheet.History!);

        var preview = student.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "May identify the patient" });
        await Expect(preview).ToContainTextAsync("14 March 2024");
        await student.Page.GetByLabel("History").FillAsync("First attack two years ago.");
        await Expect(preview).ToHaveCountAsync(0);
        Assert.Empty(student.Complaints);
    }

    [BrowserFact]
    public async Task Case_ThatSoundsLikeAnEmergency_IsPostedOnlyOnceAcknowledged()
    {
        var cast = await stage.CastAsync(experts: 0);
        await using var student = await stage.WindowAsync(cast.Student);
        var page = student.Page;
        await student.GoAsync("/cases/new");
        await page.FillAsync(Sheet with { History = "He has suicidal thoughts." }, cast.NetworkName);
        await page.PostAsync();

        var warning = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "call your senior or the emergency number" });
        await Expect(warning).ToContainTextAsync("suicidal");
        await warning.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.PostAsync();
        await page.ArriveAtCaseAsync();
    }
}
