using CrowdDx.Browser.Tests.Stage;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CrowdDx.Browser.Tests.Safety;

/// <summary>HTML that somebody types into a field is text to everybody who sees it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HtmlAsTextTests(BrowserStage stage)
{
    // What stands on the page and in its fields, one below the other.
    private const string Words =
        "() => [document.title, document.body.innerText, ...[...document.querySelectorAll('input, textarea, option')].map(e => e.value + '\\n' + e.textContent)].join('\\n')";

    private const string Elements = "document.querySelectorAll('img[src=x], b[data-x], [onerror]').length";

    [BrowserFact]
    public async Task Fields_OfHtml_AreShownAsTextToEverybody()
    {
        await using var curator = await stage.WindowAsync(await stage.ActorAsync("curator"));
        await using var expert = await stage.WindowAsync();
        await using var student = await stage.WindowAsync(await stage.ActorAsync("student"));
        await CreateNetworkAsync(curator);
        await RegisterAsync(expert);
        await JoinAsync(expert);
        await ReadAsync(curator, curator.Page.Url, "name", "whom", "rules", "expert");

        await student.GoAsync("/cases/new");
        await ReadAsync(student, student.Page.Url, "name", "whom");
        await PostAsync(student.Page);
        var path = $"/cases/{await student.Page.ArriveAtCaseAsync()}";
        await ReadAsync(student, "/cases", "title");
        await AnswerAsync(expert);
        await ReadAsync(expert, path, "title", "presentation", "history", "examination", "investigations", "question", "first", "second", "why", "test", "expert");

        await TalkAsync(expert.Page, student, path);
        await ReadAsync(expert, path, "asked", "reply", "added");
        await student.Page.UnfoldAsync("Record what it was");
        await student.Page.GetByLabel("Diagnosis (optional)").FillAsync(Html("first"));
        await student.Page.GetByLabel("It rests on").SelectOptionAsync(new SelectOptionValue { Label = "imaging" });
        await student.Page.Button("Record").ClickAsync();
        await student.ReloadUntilAsync(student.Page.GetByText("Verdicts"), "the verdicts");
        await ReadAsync(student, path, "first", "second", "why", "test", "asked", "reply", "added");
    }

    [BrowserFact]
    public async Task Fields_OfHtmlThatIsRefused_ComeBackAsText()
    {
        await using var somebody = await stage.WindowAsync();
        await ReadAsync(somebody, $"/sign-in?returnUrl=/{Uri.EscapeDataString(Html("way"))}", "way");
        await ReadAsync(somebody, $"/setup?token={Uri.EscapeDataString(Html("token"))}", "token");
        await somebody.GoAsync("/register");
        await somebody.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(Html("expert"));
        await SendAsync(somebody, "Register", "expert");

        await using var student = await stage.WindowAsync(await stage.ActorAsync("student"));
        await student.GoAsync("/cases/new");
        await student.Page.GetByLabel("Title").FillAsync(Html("title"));
        await student.Page.GetByLabel("History").FillAsync($"{Html("history")} seen on 14 March 2024");
        await Expect(student.Page.GetByText("May identify the patient")).ToBeVisibleAsync();
        await SendAsync(student, "Post the case", "title", "history");
    }

    /// <summary>Breaks out of an attribute and of a text, if anything does.</summary>
    private static string Html(string field) => $"\"'></textarea><img src=x onerror=alert(1)><b data-x>{field}</b>&lt;";

    private static async Task ReadAsync(Window window, string path, params string[] fields)
    {
        await window.GoAsync(path);
        await ExpectTextAsync(window, fields);
    }

    private static async Task SendAsync(Window window, string button, params string[] fields)
    {
        await window.Page.SendAnywayAsync(button);
        await ExpectTextAsync(window, fields);
    }

    private static async Task ExpectTextAsync(Window window, string[] fields)
    {
        await window.UnfoldAllAsync();
        var words = await window.Page.EvaluateAsync<string>(Words);
        Assert.All(fields, field => Assert.Contains(Html(field), words, StringComparison.Ordinal));
        Assert.Equal(0, await window.Page.EvaluateAsync<int>(Elements));
        Assert.Empty(window.Complaints);
    }

    private static async Task CreateNetworkAsync(Window curator)
    {
        var page = curator.Page;
        await curator.GoAsync("/networks/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(Html("name"));
        await page.GetByLabel("Whom it is for").FillAsync(Html("whom"));
        await page.GetByLabel("What members agree to").FillAsync(Html("rules"));
        await page.GetByLabel("Specialties").FillAsync("general");
        await page.Button("Create").ClickAsync();
        await page.ArriveAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
    }

    private static async Task RegisterAsync(Window expert)
    {
        var page = expert.Page;
        await expert.GoAsync("/register");
        await page.GetByLabel("E-mail").FillAsync("html@example.org");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(Html("expert"));
        await page.GetByLabel("Password").FillAsync(Actor.Password);
        await page.GetByLabel("Answer cases (expert)").CheckAsync();
        await page.Button("Register").ClickAsync();
        await page.ArriveAsync("/inbox");
        await expert.GoAsync("/me");
        await page.GetByRole(AriaRole.Radio, new() { Name = Html("expert"), Exact = true }).CheckAsync();
        await page.Button("Keep").ClickAsync();
        await ReadAsync(expert, "/me", "expert");
    }

    private static async Task JoinAsync(Window expert)
    {
        await ReadAsync(expert, "/networks", "name", "whom");
        await expert.Page.Link(Html("name")).ClickAsync();
        await expert.Page.Button("Join").ClickAsync();
        await Expect(expert.Page.GetByText("Your membership: active")).ToBeVisibleAsync();
    }

    private static async Task PostAsync(IPage page)
    {
        var sheet = new CaseSheet(Html("title"), Html("presentation"))
        {
            History = Html("history"),
            Examination = Html("examination"),
            Investigations = Html("investigations"),
            Question = Html("question"),
        };
        await page.FillAsync(sheet, Html("name"));
        await page.PostAsync();
    }

    private static async Task AnswerAsync(Window expert)
    {
        var page = expert.Page;
        await expert.GoAsync("/inbox");
        await expert.ReloadUntilAsync(page.Link("Answer"), "the invitation");
        await ReadAsync(expert, "/inbox", "title", "name");
        await page.Link("Answer").ClickAsync();
        await page.Diagnosis(1).FillAsync(Html("first"));
        await page.Diagnosis(2).FillAsync(Html("second"));
        await page.GetByLabel("Why, in a line").FillAsync(Html("why"));
        await page.GetByLabel("What would you test next?").FillAsync(Html("test"));
        await page.Button("Send the answer").ClickAsync();
        await Expect(page.GetByText("1 expert has answered")).ToBeVisibleAsync();
        await ReadAsync(expert, $"{page.Url}/answer", "first", "second", "why", "test");
    }

    private static async Task TalkAsync(IPage expert, Window student, string path)
    {
        await expert.UnfoldAllAsync();
        await expert.GetByLabel("Question", new() { Exact = true }).FillAsync(Html("asked"));
        await expert.Button("Ask").ClickAsync();
        await ReadAsync(student, path, "asked");
        await student.Page.GetByLabel("Your reply").FillAsync(Html("reply"));
        await student.Page.Button("Reply").ClickAsync();
        await ReadAsync(student, path, "asked", "reply");
        await student.Page.GetByLabel("What is new").FillAsync(Html("added"));
        await student.Page.Button("Add").ClickAsync();
        await Expect(student.Page.GetByText(Html("added"))).ToBeVisibleAsync();
        await student.GoAsync(path);
    }
}
