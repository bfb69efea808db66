using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CrowdDx.Hosting.Telemetry;

/// <summary>Says of a request's span which route it took and how it ended, which ASP.NET Core 10 leaves to others.</summary>
public static class RequestSpans
{
    /// <summary>Describes requests that are traced. First in the pipeline, so that it sees what the client gets.</summary>
    public static void UseRequestSpans(this IApplicationBuilder app)
        => app.Use(async (http, next) =>
        {
            await next(http);
            if (Activity.Current is { IsAllDataRequested: true } span)
                Describe(span, http);
        });

    private static void Describe(Activity span, HttpContext http)
    {
        span.SetTag("http.response.status_code", http.Response.StatusCode);
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            span.SetStatus(ActivityStatusCode.Error);
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.SetTag("http.route", route);
        span.DisplayName = route is null ? "request" : $"{http.Request.Method} {route}";
    }
}
