using CrowdDx.Accounts.Setup;
using CrowdDx.Gateway.Demo;
using CrowdDx.Gateway.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CrowdDx.Gateway.Setup;

/// <summary>Says where the service listens and, while it has no account at all, prints the one-time link of its first operator.</summary>
internal sealed class SetupLink(
    IServiceScopeFactory scopes, SetupToken token, IServer server, IOptions<ProxyOptions> proxy, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (address is null)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var reached = proxy.Value.PublicUrl?.ToString().TrimEnd('/') ?? address;
        await Console.Out.WriteLineAsync($"CrowdDx listens on {address} (API at {reached}/swagger).");
        if (await scope.ServiceProvider.GetRequiredService<CreateFirstOperator>().IsWantedAsync(stoppingToken))
            await Console.Out.WriteLineAsync($"There is no account yet. Create the first operator, once: {reached}/setup?token={token.Make(address)}");
    }
}

/// <summary>The page behind the one-time link, and where its form goes.</summary>
internal static class SetupRegistration
{
    /// <summary>A demonstration brings its own people, and prints its own links.</summary>
    public static void AddSetup(this IHostApplicationBuilder builder)
    {
        if (!DemoMode.IsOn(builder.Services))
            builder.Services.AddHostedService<SetupLink>();
    }

    public static void MapSetupPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/setup", (string? token) => new RazorComponentResult<SetupPage>(new { Token = token ?? "" })).AllowAnonymous().ExcludeFromDescription();
        // The one-time token is what an antiforgery token would be.
        routes.MapPost("/setup", CreateAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> CreateAsync(
        [FromForm] string? token, [FromForm] string? email, [FromForm] string? displayName, [FromForm] string? password, CreateFirstOperator create,
        CancellationToken cancellationToken)
    {
        var reply = await create.RunAsync(new(token, email, displayName, password), cancellationToken);
        return new RazorComponentResult<SetupPage>(new
        {
            Token = token ?? "",
            Email = email ?? "",
            DisplayName = displayName ?? "",
            reply.Problem,
            reply.Value?.Key,
        })
        {
            StatusCode = reply.Problem?.Status ?? StatusCodes.Status201Created,
        };
    }
}
