using System.Net;
using System.Net.Sockets;

using CrowdDx.Browser.Tests.Stage;
using CrowdDx.Testing;
using Microsoft.Playwright;

namespace CrowdDx.Browser.Tests.Demo;

/// <summary>A running demonstration, started while the port that it would like is taken, and a Chromium to look at it.</summary>
public sealed class DemoStage : IAsyncLifetime
{
    /// <summary>The port that it takes where it is free.</summary>
    public const int FirstPort = 5080;

    private TcpListener? _occupier;
    private DemoProcess? _demo;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The running demonstration.</summary>
    public DemoProcess Demo => _demo ?? throw new InvalidOperationException(BrowserFactAttribute.NoBrowser);

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        if (!Chromium.IsThere)
            return;
        _occupier = Occupy();
        _demo = await DemoProcess.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_demo is not null)
            await _demo.DisposeAsync();
        _occupier?.Dispose();
    }

    /// <summary>A window that nobody is signed in to.</summary>
    internal Task<Window> WindowAsync() => Window.OpenAsync(_browser!, new());

    private static TcpListener? Occupy()
    {
        var listener = new TcpListener(IPAddress.Loopback, FirstPort);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            // Somebody else has it, which is as good.
            listener.Dispose();
            return null;
        }
    }
}
