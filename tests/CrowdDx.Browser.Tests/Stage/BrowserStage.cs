using System.Net;

using CrowdDx.Testing;
using Microsoft.Playwright;

namespace CrowdDx.Browser.Tests.Stage;

/// <summary>One Chromium and one gateway for all tests of a collection. Every test brings people and a network of its own, so that none sees another's.</summary>
public sealed class BrowserStage : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private GatewayProcess? _gateway;
    private Task<Exhibit>? _exhibit;
    private int _people;
    private int _networks;

    /// <summary>The running service.</summary>
    public GatewayProcess Gateway => _gateway ?? throw new InvalidOperationException(BrowserFactAttribute.NoBrowser);

    private IBrowser Running => _browser ?? throw new InvalidOperationException(BrowserFactAttribute.NoBrowser);

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        if (!Chromium.IsThere)
            return;
        _gateway = await GatewayProcess.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_gateway is not null)
            await _gateway.DisposeAsync();
    }

    /// <summary>A window that nobody is signed in to.</summary>
    internal Task<Window> WindowAsync(BrowserNewContextOptions? options = null)
        => Window.OpenAsync(Running, new(options ?? new()) { BaseURL = Gateway.Url });

    /// <summary>A window that somebody is signed in to.</summary>
    internal async Task<Window> WindowAsync(Actor actor, BrowserNewContextOptions? options = null)
    {
        var window = await WindowAsync(options);
        await window.SignInAsync(actor);
        return window;
    }

    /// <summary>A window with a page, everything on it unfolded.</summary>
    internal async Task<Window> ShowAsync(SitePage shown, BrowserNewContextOptions? options = null)
    {
        var window = await WindowAsync(shown.Who, options);
        await window.GoAsync(shown.Path(await ExhibitAsync()));
        await window.UnfoldAllAsync();
        return window;
    }

    /// <summary>A window with what a page looks like after it refused something, everything on it unfolded.</summary>
    internal async Task<Window> ShowAsync(Refusal refusal)
    {
        var window = await WindowAsync(refusal.Who, options: null);
        await window.GoAsync(refusal.From(await ExhibitAsync()));
        Assert.Equal((int)refusal.Status, (await refusal.ProvokeAsync(window.Page))?.Status);
        await window.UnfoldAllAsync();
        return window;
    }

    /// <summary>Something to see on every page; made on first use.</summary>
    internal Task<Exhibit> ExhibitAsync() => _exhibit ??= Exhibit.SetUpAsync(this);

    /// <summary>Somebody new.</summary>
    internal async Task<Actor> ActorAsync(params string[] roles) => (await ActorsAsync(1, roles))[0];

    /// <summary>Some new people.</summary>
    internal async Task<IReadOnlyList<Actor>> ActorsAsync(int count, params string[] roles)
    {
        var newcomers = Enumerable.Range(0, count).Select(_ => Interlocked.Increment(ref _people))
            .Select(n => new Newcomer($"{roles[0]}{n}@example.org", $"{char.ToUpperInvariant(roles[0][0])}{roles[0][1..]} {n}", roles, Actor.Password)).ToList();
        var people = await Gateway.CreateAsync(newcomers);
        return [.. people.Zip(newcomers, (person, newcomer) => new Actor(person, newcomer.Email))];
    }

    /// <summary>A curator's network with experts in it, and a student.</summary>
    internal async Task<Cast> CastAsync(int experts)
    {
        var (curator, student) = (await ActorAsync("curator"), await ActorAsync("student"));
        var name = $"Network no. {Interlocked.Increment(ref _networks):000}";
        var network = await curator.Person
            .PostAsync("networks", new { name, description = "Everything that puzzles.", rules = "Be kind, be brief.", specialties = new[] { "general" } })
            .ReadAsync(HttpStatusCode.Created);
        var members = experts == 0 ? [] : await ActorsAsync(experts, "expert");
        foreach (var member in members)
            await member.Person.PutAsync($"networks/{network["id"]}/membership").ExpectAsync(HttpStatusCode.OK);
        return new((Guid)network["id"]!, name, curator, student, members);
    }

    private async Task<Window> WindowAsync(Func<Exhibit, Actor>? who, BrowserNewContextOptions? options)
        => who is null ? await WindowAsync(options) : await WindowAsync(who(await ExhibitAsync()), options);
}

/// <summary>The collection of tests that share <see cref="BrowserStage"/>.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserStage>
{
    /// <summary>Its name.</summary>
    public const string Name = "Browser";
}
