using Microsoft.Playwright;

namespace CrowdDx.Screenshots;

/// <summary>How a page is looked at.</summary>
/// <param name="Width">Width of the window, in CSS pixels.</param>
/// <param name="Height">Its height; a picture of a whole page is longer.</param>
/// <param name="Scheme">Light or dark.</param>
/// <param name="Scale">Pixels of the picture for one CSS pixel.</param>
internal sealed record Look(int Width, int Height, ColorScheme Scheme, float Scale = 1)
{
    /// <summary>What every page is taken in: a small phone and a desk, by day and by night.</summary>
    public static readonly Look[] All =
    [
        new(360, 740, ColorScheme.Light), new(360, 740, ColorScheme.Dark), new(1280, 800, ColorScheme.Light), new(1280, 800, ColorScheme.Dark),
    ];

    public string Name => $"{Width}-{Scheme.ToString().ToLowerInvariant()}";
}

/// <summary>Takes pictures of pages, each in a window of its own.</summary>
internal sealed class Camera(IBrowser browser, string folder)
{
    /// <summary>The whole page in every look.</summary>
    public async Task TakeAsync(string name, Visitor visitor, string path, Func<IPage, Task>? prepare = null)
    {
        foreach (var look in Look.All)
            await TakeAsync($"{name}-{look.Name}.png", visitor, path, look, fullPage: true, prepare);
    }

    /// <summary>What one look shows, of the whole page or of the window alone.</summary>
    public async Task TakeAsync(string file, Visitor visitor, string path, Look look, bool fullPage, Func<IPage, Task>? prepare = null)
    {
        await using var window = await visitor.OpenAsync(browser, look);
        var page = await window.NewPageAsync();
        await page.GotoAsync(path);
        if (prepare is not null)
            await prepare(page);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = fullPage });
        Console.WriteLine(file);
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"))
            Console.WriteLine($"  {file} is wider than its window.");
    }
}

/// <summary>Somebody who visits the service: nobody in particular, or one of the demonstration's people.</summary>
/// <param name="Origin">Where the service listens.</param>
/// <param name="Session">Cookies of who is signed in.</param>
internal sealed record Visitor(string Origin, string? Session = null)
{
    /// <summary>Follows a link that signs in once, and keeps the session for any number of windows.</summary>
    public static async Task<Visitor> FollowAsync(IBrowser browser, string link)
    {
        var visitor = new Visitor(new Uri(link).GetLeftPart(UriPartial.Authority));
        await using var window = await visitor.OpenAsync(browser, Look.All[0]);
        var page = await window.NewPageAsync();
        await page.GotoAsync(link);
        return visitor with { Session = await window.StorageStateAsync() };
    }

    /// <summary>A window of this visitor.</summary>
    public Task<IBrowserContext> OpenAsync(IBrowser browser, Look look)
        => browser.NewContextAsync(new()
        {
            BaseURL = Origin,
            StorageState = Session,
            ColorScheme = look.Scheme,
            DeviceScaleFactor = look.Scale,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = look.Width, Height = look.Height },
        });

    /// <summary>Does something once, in a window that is closed then.</summary>
    public async Task DoAsync(IBrowser browser, string path, Func<IPage, Task> deed)
    {
        await using var window = await OpenAsync(browser, Look.All[2]);
        var page = await window.NewPageAsync();
        await page.GotoAsync(path);
        await deed(page);
    }
}
