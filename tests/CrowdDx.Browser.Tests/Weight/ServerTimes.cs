using System.Diagnostics;
using System.Net;

using CrowdDx.Browser.Tests.Stage;
using CrowdDx.Testing;

namespace CrowdDx.Browser.Tests.Weight;

/// <summary>How long the server takes for a page, as a multiple of what it takes to say that it lives: the median of requests that alternate, so that a busy machine slows both.</summary>
internal sealed class ServerTimes(BrowserStage stage)
{
    private const string Floor = "/health/live";
    private const int WarmUps = 5;
    private const int Rounds = 41;

    public async Task<IReadOnlyList<PageWeight>> AddToAsync(IEnumerable<PageWeight> pages)
    {
        var exhibit = await stage.ExhibitAsync();
        var timed = new List<PageWeight>();
        foreach (var page in pages)
            timed.Add(page with { Times = await TimesAsync(SitePage.Of(page.Name), exhibit) });
        return timed;
    }

    private async Task<double> TimesAsync(SitePage page, Exhibit exhibit)
    {
        using var handler = new SocketsHttpHandler { CookieContainer = new() };
        using var client = new HttpClient(handler) { BaseAddress = new(stage.Gateway.Url) };
        if (page.Who is { } who)
            await client.PostJsonAsync("/api/v1/session", new { email = who(exhibit).Email, password = Actor.Password }).ExpectAsync(HttpStatusCode.NoContent);
        var (own, floor) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            own.Add(await TimeAsync(client, page.Path(exhibit)));
            floor.Add(await TimeAsync(client, Floor));
        }
        return Median(own) / Median(floor);
    }

    private static async Task<TimeSpan> TimeAsync(HttpClient client, string path)
    {
        var started = Stopwatch.GetTimestamp();
        await client.GetAsync(path).ReadTextAsync(HttpStatusCode.OK);
        return Stopwatch.GetElapsedTime(started);
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times) => times.Skip(WarmUps).Order().ElementAt(Rounds / 2);
}
