using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CrowdDx.Gateway.Web;

/// <summary>Takes the client's address and scheme from the proxies that are trusted with it, and from nobody else.</summary>
internal static class ForwardedRequests
{
    public static void AddForwardedRequests(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ProxyOptions>, ProxyOptionsCheck>();
        services.AddOptions<ProxyOptions>().BindConfiguration("Proxy").ValidateOnStart();
    }

    public static void UseForwardedRequests(this WebApplication app)
    {
        var networks = app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Networks;
        // Without any the middleware would believe everybody.
        if (networks.Count == 0)
            return;
        // As many proxies as are trusted, from the last one back; the first that is not is the client.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
