using System.Text.Json.Serialization;
using CrowdDx.Gateway.Pages.Cases;
using CrowdDx.Gateway.Pages.Me;
using CrowdDx.Hosting.Telemetry;
using Microsoft.AspNetCore.Http.Json;

namespace CrowdDx.Gateway.Web;

/// <summary>What makes a web host of the libraries: JSON, errors, limits, headers.</summary>
internal static class WebRegistration
{
    public const int LargestBody = 1_000_000;

    public static void AddWeb(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.Configure<JsonOptions>(json =>
        {
            var options = json.SerializerOptions;
            options.Converters.Add(new EnumNames());
            options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.NumberHandling = JsonNumberHandling.Strict;
            options.MaxDepth = 16;
        });
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<Errors>();
        builder.Services.AddForwardedRequests();
        builder.Services.AddRateLimits();
        builder.Services.AddOpenApi();
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton<VersionedFiles>();
        builder.Services.AddScoped<CaseScreens>().AddScoped<OwnScreens>();
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseRequestSpans();
        app.UseForwardedRequests();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages(StatusPages.WriteAsync);
        app.UseStaticFiles(VersionedFiles.Serving);
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseSameOriginWrites();
        app.UseOpenApiPage();
        app.UseAuthorization();
    }
}
