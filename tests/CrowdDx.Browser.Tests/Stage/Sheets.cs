using CrowdDx.Testing;
using Microsoft.Playwright;

namespace CrowdDx.Browser.Tests.Stage;

/// <summary>What somebody fills in to post a case; null leaves a field empty.</summary>
internal sealed record CaseSheet(string Title, string Presentation)
{
    public string? AgeYears { get; init; } = "16";

    public string? AgeBand { get; init; }

    public string Sex { get; init; } = "male";

    public string? History { get; init; }

    public string? Examination { get; init; }

    public string? Investigations { get; init; }

    public string? Question { get; init; }

    public static CaseSheet Pancreatitis { get; } = new("Acute pancreatitis for the sixth time", "Epigastric pain radiating to the back. Lipase ten times the upper limit.");
}

/// <summary>Filling in the forms of the pages, bound to what a reader sees: labels, legends and the names of buttons.</summary>
internal static class Sheets
{
    public static async Task FillAsync(this IPage page, CaseSheet sheet, string networkName)
    {
        (string Label, string? Text)[] fields =
        [
            ("Title", sheet.Title), ("Age in years", sheet.AgeYears), ("Presentation", sheet.Presentation), ("History", sheet.History), ("Examination", sheet.Examination),
            ("Investigations", sheet.Investigations), ("What would you like to know?", sheet.Question), ("Specialties", "gastroenterology, paediatrics"),
        ];
        foreach (var (label, text) in fields.Where(field => field.Text is not null))
            await page.GetByLabel(label).FillAsync(text!);
        await page.GetByLabel("Sex").SelectOptionAsync(sheet.Sex);
        if (sheet.AgeBand is not null)
            await page.GetByLabel("Age band").SelectOptionAsync(new SelectOptionValue { Label = sheet.AgeBand });
        await page.GetByLabel(networkName).CheckAsync();
        await page.GetByLabel("the case is made up").CheckAsync();
        await page.GetByLabel("experts may see and answer it").CheckAsync();
    }

    public static ILocator Diagnosis(this IPage page, int number) => page.Locator("input").And(page.GetByLabel($"Diagnosis {number}", new() { Exact = true }));

    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Link(this IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>A line of the board, by the diagnosis that it is about.</summary>
    public static ILocator BoardRow(this IPage page, string diagnosis)
        => page.GetByRole(AriaRole.Region, new() { Name = "Pooled differential" }).First.GetByRole(AriaRole.Row).Filter(new() { HasText = diagnosis });

    /// <summary>Opens what is folded under a heading, as one has to before its fields can be filled in.</summary>
    public static Task UnfoldAsync(this IPage page, string heading) => page.Locator("summary").Filter(new() { HasText = heading }).ClickAsync();

    /// <summary>Opens everything that is folded.</summary>
    public static Task UnfoldAllAsync(this IPage page) => page.EvaluateAsync("document.querySelectorAll('details').forEach(folded => folded.open = true)");

    /// <summary>Sends a form past what the browser itself would ask for, and gives what the gateway says to it, once it is shown.</summary>
    public static async Task<IResponse?> SendAnywayAsync(this IPage page, string button)
    {
        await page.EvaluateAsync("document.querySelectorAll('form').forEach(form => form.noValidate = true)");
        var response = await page.RunAndWaitForResponseAsync(() => page.Button(button).ClickAsync(), response => response.Request is { Method: "POST", IsNavigationRequest: true });
        await page.WaitForLoadStateAsync();
        return response;
    }

    public static Task PostAsync(this IPage page) => page.Button("Post the case").ClickAsync();

    /// <summary>Waits for an address. The driver's own wait misses a page that comes between its look at the address and its listening for news.</summary>
    public static async Task ArriveAsync(this IPage page, Func<string, bool> isThere)
    {
        await Eventually.HoldsAsync(() => Task.FromResult(isThere(page.Url)), $"another page than {page.Url}");
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Waits for the page with this path.</summary>
    public static Task ArriveAsync(this IPage page, string path) => page.ArriveAsync(url => new Uri(url).AbsolutePath.EndsWith(path, StringComparison.Ordinal));

    /// <summary>Waits for the page of a case, and gives the case's id.</summary>
    public static async Task<Guid> ArriveAtCaseAsync(this IPage page)
    {
        await page.ArriveAsync(url => Guid.TryParse(new Uri(url).Segments[^1], out _) && url.Contains("/cases/", StringComparison.Ordinal));
        return Guid.Parse(new Uri(page.Url).Segments[^1]);
    }
}
