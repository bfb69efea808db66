using CrowdDx.Browser.Tests.Stage;
using CrowdDx.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Browser.Tests.Access;

/// <summary>The list of pages that the other tests go through misses none.</summary>
public sealed class MappedPagesTests
{
    private static readonly string[] NotPages = ["/api/", "/health/", "/openapi/", "/swagger"];

    [Fact]
    public async Task List_OfPages_CoversEveryPageThatTheGatewayMaps()
    {
        await using var app = new CrowdDxApplication();
        var mapped = app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText?.Trim('/')}")
            .Where(route => !NotPages.Any(start => route.StartsWith(start, StringComparison.Ordinal)))
            .Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(SitePage.All.Select(page => page.Route).Concat(SitePage.Fragments).Distinct().Order(StringComparer.Ordinal), mapped);
    }
}
