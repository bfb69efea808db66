using Microsoft.Playwright;

namespace CrowdDx.Screenshots;

/// <summary>Walks through the demonstration as its people do, and takes every page on the way. What happens once is done between pictures.</summary>
internal sealed class Tour(IBrowser browser, Camera camera, Visitor student, Visitor expert, Visitor curator)
{
    private const int LastAnswers = 14;

    private readonly Visitor _nobody = student with { Session = null };

    public async Task TakeAllAsync()
    {
        var caseId = await FindCaseAsync();
        await camera.TakeAsync("case-1-start", student, caseId);
        await TakeAnsweringAsync(caseId);
        await TakeOpenPagesAsync();
        await TakePostingAsync();
        await TakeNetworksAsync();
        await camera.TakeAsync("case-2-moving", student, caseId);
        await camera.TakeAsync("me-expert", expert, "/me");
        await camera.TakeAsync("me-student", student, "/me", Open);
        await camera.TakeAsync("cases", student, "/cases");
        await TakeEndAsync(caseId);
    }

    /// <summary>The pictures of the README, as small as they can be while one can read them.</summary>
    public async Task TakeForReadmeAsync()
    {
        var caseId = await FindCaseAsync();
        var phone = new Look(390, 844, ColorScheme.Light, 1.5f);
        var desk = new Look(840, 760, ColorScheme.Light);
        await camera.TakeAsync("answer.png", expert, $"{caseId}/answer", phone, fullPage: false, async page =>
        {
            await Acts.FillAnswerAsync(page);
            await page.EvaluateAsync("document.querySelector('#answer').scrollIntoView()");
        });
        await camera.TakeAsync("post.png", student, "/cases/new", desk, fullPage: false, Acts.CheckIdentifiersAsync);
        await camera.TakeAsync("inbox.png", expert, "/inbox", desk with { Height = 480 }, fullPage: false);
        await WaitForBoardAsync(caseId, LastAnswers);
        await camera.TakeAsync("board.png", student, caseId, phone with { Scheme = ColorScheme.Dark, Height = 1130 }, fullPage: false);
    }

    private async Task TakeAnsweringAsync(string caseId)
    {
        await camera.TakeAsync("inbox", expert, "/inbox");
        await camera.TakeAsync("inbox-empty", expert, "/inbox?state=declined");
        await camera.TakeAsync("answer", expert, $"{caseId}/answer");
        await camera.TakeAsync("answer-filled", expert, $"{caseId}/answer", Acts.FillAnswerAsync);
        await camera.TakeAsync("answer-refused", expert, $"{caseId}/answer", Acts.RefuseAnswerAsync);
        await camera.TakeAsync("case-blind", expert, caseId);
    }

    private async Task TakeOpenPagesAsync()
    {
        await camera.TakeAsync("home", _nobody, "/");
        await camera.TakeAsync("about", _nobody, "/about");
        await camera.TakeAsync("register", _nobody, "/register");
        await camera.TakeAsync("register-refused", _nobody, "/register", Acts.RefuseRegistrationAsync);
        await camera.TakeAsync("sign-in", _nobody, "/sign-in");
        await camera.TakeAsync("sign-in-refused", _nobody, "/sign-in", Acts.RefuseSignInAsync);
        await camera.TakeAsync("not-found", student, "/nothing-here");
        await camera.TakeAsync("setup", _nobody, "/setup?token=spent");
    }

    private async Task TakePostingAsync()
    {
        await camera.TakeAsync("post", student, "/cases/new");
        await camera.TakeAsync("post-identifiers", student, "/cases/new", Acts.CheckIdentifiersAsync);
        await camera.TakeAsync("post-emergency", student, "/cases/new", Acts.CheckEmergencyAsync);
        await camera.TakeAsync("post-refused", student, "/cases/new", Acts.PostNothingAsync);
    }

    private async Task TakeNetworksAsync()
    {
        await camera.TakeAsync("networks", expert, "/networks");
        await camera.TakeAsync("networks-curator", curator, "/networks");
        await camera.TakeAsync("network", expert, "/networks", page => page.Locator(".card h2 a").First.ClickAsync());
        await camera.TakeAsync("network-curator", curator, "/networks", page => page.Locator(".card h2 a").First.ClickAsync());
        await camera.TakeAsync("network-new", curator, "/networks/new");
        await camera.TakeAsync("network-new-refused", curator, "/networks/new", Acts.CreateNothingAsync);
    }

    private async Task TakeEndAsync(string caseId)
    {
        await expert.DoAsync(browser, $"{caseId}/answer", async page =>
        {
            await Acts.FillAnswerAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
            await page.GetByText("Ask the author").ClickAsync();
            await page.GetByLabel("Question").FillAsync("Has anybody looked at the bile under a microscope?");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        });
        await camera.TakeAsync("case-answered", expert, caseId);
        await camera.TakeAsync("answer-again", expert, $"{caseId}/answer");
        await WaitForBoardAsync(caseId, LastAnswers + 1);
        await camera.TakeAsync("case-3-end", student, caseId);
        await camera.TakeAsync("case-4-opened", student, caseId, Open);
        await student.DoAsync(browser, caseId, Acts.RecordOutcomeAsync);
        await camera.TakeAsync("case-5-outcome", student, caseId);
        await camera.TakeAsync("case-curator", curator, caseId);
    }

    private async Task<string> FindCaseAsync()
    {
        var path = "";
        await student.DoAsync(browser, "/cases", async page => path = await page.Locator(".card h2 a").First.GetAttributeAsync("href") ?? "");
        return path;
    }

    private Task WaitForBoardAsync(string caseId, int answers)
        => student.DoAsync(browser, caseId, page => page.GetByText($"{answers} experts have answered").WaitForAsync(new() { Timeout = 180_000 }));

    private static Task Open(IPage page) => page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
}
