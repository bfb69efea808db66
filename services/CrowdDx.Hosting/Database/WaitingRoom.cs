using CrowdDx.Data.Requests;
using CrowdDx.Hosting.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrowdDx.Hosting.Database;

/// <summary>
/// Stands where the host will listen, for as long as the host waits for its database: it lives, is not ready, and says so to everybody. A server of its own, so that
/// nothing of the host runs before the schema is there.
/// </summary>
internal sealed class WaitingRoom : IAsyncDisposable
{
    private const string Reason = "It does not answer, or another process brings its schema up to date.";

    private static readonly Problem Starting = new(
        StatusCodes.Status503ServiceUnavailable, "unavailable", "The service is starting: it waits for its database.", "Nothing was changed. Try again in a few seconds.");

    private static readonly HealthReply NotReady = new(
        "unavailable", new Dictionary<string, DependencyReply>(StringComparer.Ordinal) { ["database"] = new("unavailable", Reason), ["migrations"] = new("unavailable", Reason) });

    private readonly WebApplication _app;

    private WaitingRoom(WebApplication app) => _app = app;

    /// <summary>Listens where a configuration says.</summary>
    public static async Task<WaitingRoom> OpenAsync(IConfiguration configuration)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // A signal ends the process at once: there is nothing to finish.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var room = new WaitingRoom(builder.Build());
        room._app.MapGet("/health/live", () => "Healthy");
        room._app.MapFallback(AnswerAsync);
        await room._app.StartAsync();
        return room;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task AnswerAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = "2";
        return http.Request.Path == "/health/ready" ? NotReady.WriteAsync(http) : Starting.ToResult().ExecuteAsync(http);
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
