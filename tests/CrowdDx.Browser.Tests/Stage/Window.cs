using System.Collections.Concurrent;
using System.Net;

using CrowdDx.Testing;
using Microsoft.Playwright;

namespace CrowdDx.Browser.Tests.Stage;

/// <summary>One person's browser window, with cookies and cache of its own. It remembers what the browser complained about and how often it went to another page.</summary>
internal sealed class Window : IAsyncDisposable
{
    // Long enough for a machine that is busy with something else; nothing ever waits for it in vain.
    private const float Deadline = 45_000;

    private readonly ConcurrentQueue<string> _complaints = new();
    private int _navigations;

    private Window(IPage page)
    {
        Page = page;
        page.Console += (_, message) => Hear(message.Text);
        page.PageError += (_, error) => _complaints.Enqueue($"script error: {error}");
        page.Dialog += (_, dialog) => _complaints.Enqueue($"dialog: {dialog.Message}");
        page.FrameNavigated += (_, frame) => _navigations += frame == page.MainFrame ? 1 : 0;
    }

    public IPage Page { get; }

    /// <summary>How often the window has gone to a page, a reload included.</summary>
    public int Navigations => _navigations;

    /// <summary>Breaches of the content security policy, errors of scripts, and dialogs.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public static async Task<Window> OpenAsync(IBrowser browser, BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Deadline);
        Assertions.SetDefaultExpectTimeout(Deadline);
        return new(await context.NewPageAsync());
    }

    /// <summary>Goes to a page, and fails where it is not shown.</summary>
    public async Task<IResponse> GoAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var response = await Page.GotoAsync(path);
        Assert.NotNull(response);
        if (response.Status != (int)expected)
            Assert.Fail($"{path} gave {response.Status}, not {(int)expected}: {await Page.InnerTextAsync("body")}");
        return response;
    }

    /// <summary>Signs in without the form, for tests that are about something else.</summary>
    public async Task SignInAsync(Actor actor)
    {
        var response = await Page.APIRequest.PostAsync("/api/v1/session", new() { DataObject = new { email = actor.Email, password = Actor.Password } });
        Assert.True(response.Ok, $"{actor.Email} could not sign in: {response.Status} {await response.TextAsync()}");
    }

    /// <summary>Signs in as people do.</summary>
    public async Task SignInByFormAsync(string email)
    {
        await GoAsync("/sign-in");
        await Page.GetByLabel("E-mail").FillAsync(email);
        await Page.GetByLabel("Password").FillAsync(Actor.Password);
        await Page.Button("Sign in").ClickAsync();
        await Page.Button("Sign out").WaitForAsync();
    }

    /// <summary>Reloads, as one does where no script moves the page, until something is there.</summary>
    public Task ReloadUntilAsync(ILocator shown, string what)
        => Eventually.HoldsAsync(
            async () =>
            {
                if (await shown.CountAsync() > 0)
                    return true;
                await Page.ReloadAsync();
                return false;
            },
            what);

    /// <summary>Opens everything that is folded.</summary>
    public Task UnfoldAllAsync() => Page.UnfoldAllAsync();

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private void Hear(string said)
    {
        if (said.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
            _complaints.Enqueue(said);
    }
}
