using CrowdDx.Data.Requests;

namespace CrowdDx.Gateway.Web;

/// <summary>A refusal, as whoever asks can read it: a page for people, a problem for programs.</summary>
internal sealed class PageProblem(Problem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => StatusPages.ShowAsync(httpContext, problem);
}
