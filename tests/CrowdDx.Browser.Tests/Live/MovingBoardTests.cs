using CrowdDx.Browser.Tests.Stage;

using static Microsoft.Playwright.Assertions;

namespace CrowdDx.Browser.Tests.Live;

[Collection(BrowserCollection.Name)]
public sealed class MovingBoardTests(BrowserStage stage)
{
    // How much of what stood on the page moved, and how far (web.dev, "Cumulative Layout Shift": up to 0.1 is good).
    private const string WatchShifts = "globalThis.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => shift += e.value)).observe({ type: 'layout-shift' });";

    [BrowserTheory]
    [InlineData(1280, 0)]
    // In one column what follows the board gives way by what the board grew; all else stays.
    [InlineData(360, 0.05)]
    public async Task Board_WhenAnExpertAnswers_MovesInTheStudentsWindowWithoutReloadOrShift(int width, double mostShift)
    {
        var cast = await stage.CastAsync(experts: 2);
        var caseId = await cast.PostCaseAsync();
        await using var student = await stage.WindowAsync(cast.Student, new() { ViewportSize = new() { Width = width, Height = 800 } });
        await student.GoAsync($"/cases/{caseId}");
        await Expect(student.Page.GetByText("Nobody has answered yet")).ToBeVisibleAsync();
        var visits = student.Navigations;
        await student.Page.EvaluateAsync(WatchShifts);

        await using var expert = await stage.WindowAsync(cast.Experts[0]);
        await expert.GoAsync("/inbox");
        await expert.Page.Link("Answer").ClickAsync();
        await expert.Page.Diagnosis(1).FillAsync("Biliary microlithiasis");
        await expert.Page.Button("Send the answer").ClickAsync();

        await Expect(student.Page.GetByText("1 expert has answered")).ToBeVisibleAsync();
        await Expect(student.Page.BoardRow("Biliary microlithiasis")).ToBeVisibleAsync();
        await Cast.AnswerAsync(cast.Experts[1], caseId, "Hereditary pancreatitis", "Biliary microlithiasis");
        await Expect(student.Page.BoardRow("Hereditary pancreatitis")).ToBeVisibleAsync();

        Assert.Equal(visits, student.Navigations);
        Assert.InRange(await student.Page.EvaluateAsync<double>("shift"), 0, mostShift);
        Assert.Empty(student.Complaints);
        Assert.Empty(expert.Complaints);
    }
}
