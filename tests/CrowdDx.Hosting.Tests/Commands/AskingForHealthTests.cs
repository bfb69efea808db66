using CrowdDx.Hosting.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrowdDx.Hosting.Tests.Commands;

/// <summary>What the health check of a container asks, and what it makes of the answer.</summary>
public sealed class AskingForHealthTests : IAsyncLifetime
{
    private readonly WebApplication _host;
    private int _status = StatusCodes.Status200OK;
    private string? _askedFor;
    private string? _path;

    public AskingForHealthTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["AllowedHosts"] = "*";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _host = builder.Build();
        _host.Run(http =>
        {
            (http.Response.StatusCode, _askedFor, _path) = (_status, http.Request.Host.Value, http.Request.Path);
            return http.Response.WriteAsync("Healthy");
        });
    }

    private int Port => new Uri(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    public Task InitializeAsync() => _host.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("http://+:{0}")]
    [InlineData("http://0.0.0.0:{0}/")]
    [InlineData("https://+:1; http://*:{0}")]
    public async Task Host_ThatIsReady_GivesZero(string urls)
    {
        Assert.Equal(0, await AskAsync(urls, "*"));
        Assert.Equal(("/health/ready", $"127.0.0.1:{Port}"), (_path, _askedFor));
    }

    [Theory]
    [InlineData(StatusCodes.Status503ServiceUnavailable)]
    [InlineData(StatusCodes.Status500InternalServerError)]
    [InlineData(StatusCodes.Status400BadRequest)]
    public async Task Host_ThatIsNotReady_GivesOne(int status)
    {
        _status = status;
        Assert.Equal(1, await AskAsync("http://127.0.0.1:{0}", "*"));
    }

    [Theory]
    [InlineData("crowddx.example.org;127.0.0.1", "crowddx.example.org")]
    [InlineData("*.example.org", "health.example.org")]
    public async Task Host_ThatAnswersForItsNameAlone_IsAskedByThatName(string allowed, string expected)
    {
        Assert.Equal(0, await AskAsync("http://127.0.0.1:{0}", allowed));
        Assert.Equal(expected, _askedFor);
    }

    [Fact]
    public async Task Host_ThatIsGone_GivesOne_AndOneWithTlsAloneTwo()
    {
        var port = Port;
        await _host.StopAsync();
        Assert.Equal(1, await HealthCommand.RunAsync(["health", $"--urls=http://127.0.0.1:{port}"]));
        Assert.Equal(2, await HealthCommand.RunAsync(["health", $"--urls=https://127.0.0.1:{port}"]));
    }

    private Task<int> AskAsync(string urls, string allowed)
        => HealthCommand.RunAsync(["health", $"--urls={urls.Replace("{0}", $"{Port}", StringComparison.Ordinal)}", $"--AllowedHosts={allowed}"]);
}
