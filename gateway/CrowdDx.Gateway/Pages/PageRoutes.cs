using CrowdDx.Data.Accounts;
using CrowdDx.Data.Requests;
using CrowdDx.Gateway.Pages.Answering;
using CrowdDx.Gateway.Pages.Cases;
using CrowdDx.Gateway.Pages.Me;
using CrowdDx.Gateway.Pages.Networks;
using CrowdDx.Gateway.Pages.Posting;
using CrowdDx.Gateway.Pages.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrowdDx.Gateway.Pages;

/// <summary>
/// The pages. Each feature maps its own: a GET that renders, a POST that does and then redirects, or renders again with what was typed.
/// Writes are guarded by <see cref="Web.SameOriginWrites"/>, so forms carry no token.
/// </summary>
internal static class PageRoutes
{
    public static void MapPages(this WebApplication app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().DisableAntiforgery();
        pages.MapGet("/", Home).AllowAnonymous();
        pages.MapGet("/about", () => new RazorComponentResult<AboutPage>()).AllowAnonymous();
        pages.MapSignIn();
        pages.MapPosting();
        pages.MapAnswering();
        pages.MapCasePages();
        pages.MapNetworkPages();
        pages.MapMePages();
    }

    private static IResult Home(HttpContext http)
    {
        if (http.User.Identity?.IsAuthenticated != true)
            return new RazorComponentResult<HomePage>();
        var roles = Caller.From(http.User).Roles;
        return TypedResults.LocalRedirect(
            roles.HasFlag(AccountRoles.Student) ? "/cases" : roles.HasFlag(AccountRoles.Expert) ? "/inbox" : "/networks");
    }
}
