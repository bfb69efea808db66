using CrowdDx.Data.Requests;
using CrowdDx.Gateway.Pages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrowdDx.Gateway.Web;

/// <summary>Gives a body to statuses that the framework sets by itself, and to refusals of pages: a page for people, a problem for programs.</summary>
internal static class StatusPages
{
    public static readonly Problem MediaType = new(
        StatusCodes.Status415UnsupportedMediaType, "media-type", "Send JSON.", "Set Content-Type: application/json; the text is UTF-8.");

    public static readonly Problem TooLarge = new(
        StatusCodes.Status413PayloadTooLarge, "too-large", "The request is larger than 1 MB.", "Send less at once.");

    public static Task WriteAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        var problem = status switch
        {
            StatusCodes.Status401Unauthorized => new Problem(status, "sign-in", "Sign in first.", "Send Authorization: Bearer {API key}, or sign in from a browser."),
            StatusCodes.Status403Forbidden => new Problem(status, "role-needed", "Your role or key does not allow this.", "Use a key with the scope that this route asks for."),
            StatusCodes.Status404NotFound => Problem.NotFound,
            StatusCodes.Status405MethodNotAllowed => new Problem(status, "method", "This route does not know that method.", "The Allow header lists those that it knows."),
            StatusCodes.Status413PayloadTooLarge => TooLarge,
            StatusCodes.Status415UnsupportedMediaType => MediaType,
            _ => new Problem(status, "refused", "The request was refused."),
        };
        return ShowAsync(http, problem);
    }

    /// <summary>Writes a problem as whoever asks can read it.</summary>
    public static Task ShowAsync(HttpContext http, Problem problem)
    {
        var wantsPage = !http.Request.Path.StartsWithSegments(Api.Root, StringComparison.Ordinal) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        IResult result = wantsPage ? new RazorComponentResult<ProblemPage>(new { Problem = problem }) { StatusCode = problem.Status } : problem.ToResult();
        return result.ExecuteAsync(http);
    }
}
