using CrowdDx.Data.Requests;

namespace CrowdDx.Gateway.Web;

/// <summary>
/// A write with a session cookie must come from our own pages, which browsers say by <c>Sec-Fetch-Site</c> or <c>Origin</c>
/// (OWASP CSRF prevention, "Fetch Metadata"). A write without one must at least not say that it comes from elsewhere. Requests with an API key are free.
/// </summary>
internal static class SameOriginWrites
{
    private static readonly Problem CrossSite = new(
        StatusCodes.Status403Forbidden, "cross-site", "This request does not come from our own pages.", "Programs use an API key: Authorization: Bearer {key}.");

    public static void UseSameOriginWrites(this WebApplication app)
        => app.Use((http, next) => IsAllowed(http) ? next(http) : StatusPages.ShowAsync(http, CrossSite));

    private static bool IsAllowed(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || request.Headers.ContainsKey("Authorization"))
            return true;
        string? site = request.Headers["Sec-Fetch-Site"];
        if (site is not null)
            return site is "same-origin" or "none";
        string? origin = request.Headers.Origin;
        if (origin is not null)
            return origin == $"{request.Scheme}://{request.Host}";
        return http.User.Identity?.IsAuthenticated != true;
    }
}
