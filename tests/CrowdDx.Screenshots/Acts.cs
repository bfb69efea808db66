using Microsoft.Playwright;

namespace CrowdDx.Screenshots;

/// <summary>What people do on a page before its picture is taken. Nothing here but the outcome changes the demonstration, so that every look sees the same.</summary>
internal static class Acts
{
    public static async Task FillAnswerAsync(IPage page)
    {
        await page.Locator("#d0").FillAsync("Biliary microlithiasis");
        await page.Locator("label[for=d0-70]").ClickAsync();
        await page.Locator("#d1").FillAsync("Hereditary pancreatitis");
        await page.Locator("label[for=d1-30]").ClickAsync();
        await page.Locator("#d2").FillAsync("Pancreas divisum");
        await page.Locator("#d2-tied").CheckAsync();
        await page.GetByLabel("Why, in a line").FillAsync("Transaminases rise and fall with each attack.");
        await page.GetByLabel("What would you test next?").FillAsync("Endoscopic ultrasound");
        await page.EvaluateAsync("document.activeElement.blur()");
    }

    public static async Task RefuseAnswerAsync(IPage page)
    {
        await page.Locator("#d0").FillAsync("Biliary microlithiasis");
        await page.Locator("#d1").FillAsync("biliary microlithiasis");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
    }

    public static async Task RefuseRegistrationAsync(IPage page)
    {
        await page.GetByLabel("E-mail").FillAsync("eva@example.org");
        await page.GetByLabel("Name").FillAsync("Eva");
        await page.GetByLabel("Password").FillAsync("short");
        await page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
    }

    public static async Task RefuseSignInAsync(IPage page)
    {
        await page.GetByLabel("E-mail").FillAsync("eva@example.org");
        await page.GetByLabel("Password").FillAsync("not the password");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    public static Task CheckIdentifiersAsync(IPage page)
        => CheckAsync(page, "Seen on 14 March 2024 with epigastric pain radiating to the back; mother's phone is 555-014-2234. Lipase ten times the upper limit.");

    public static Task CheckEmergencyAsync(IPage page)
        => CheckAsync(page, "Epigastric pain since the morning, now in septic shock, blood pressure 70/40, on noradrenaline.");

    public static Task PostNothingAsync(IPage page) => SubmitUncheckedAsync(page, "Post the case");

    public static Task CreateNothingAsync(IPage page) => SubmitUncheckedAsync(page, "Create");

    public static async Task RecordOutcomeAsync(IPage page)
    {
        await page.GetByText("Record what it was").ClickAsync();
        await page.GetByLabel("Diagnosis", new() { Exact = false }).Last.FillAsync("Biliary microlithiasis");
        await page.GetByLabel("It rests on").SelectOptionAsync("imaging");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record" }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    private static async Task CheckAsync(IPage page, string presentation)
    {
        await page.GetByLabel("Title").FillAsync("16-year-old boy with acute pancreatitis, for the sixth time");
        await page.GetByLabel("Age in years").FillAsync("16");
        await page.GetByLabel("Sex").SelectOptionAsync("male");
        await page.GetByLabel("Presentation").FillAsync(presentation);
        await page.GetByRole(AriaRole.Button, new() { Name = "Only check the text" }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    private static async Task SubmitUncheckedAsync(IPage page, string button)
    {
        await page.EvaluateAsync("document.querySelectorAll('main form').forEach(form => form.noValidate = true)");
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }
}
