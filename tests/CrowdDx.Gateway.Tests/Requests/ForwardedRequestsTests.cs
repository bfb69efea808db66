using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Requests;

/// <summary>Whose word the gateway takes for where a request comes from.</summary>
[Collection("Processes")]
public sealed class ForwardedRequestsTests
{
    private const string Proxy = "127.0.0.7";
    private const string SecondProxy = "127.0.1.9";
    private const int Burst = 5;

    [Fact]
    public async Task Limits_BehindATrustedProxy_AreThoseOfEachClient()
    {
        await using var gateway = await StartAsync($"Proxy:Trusted={Proxy}");

        Assert.True(await IsExhaustedAsync(gateway, Proxy, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(gateway, Proxy, "203.0.113.2"));
    }

    [Fact]
    public async Task Limits_OfWhoeverInventsClients_AreTheirOwn()
    {
        await using var gateway = await StartAsync($"Proxy:Trusted={Proxy},{SecondProxy}/32");

        // Not from a proxy: each header another address.
        Assert.True(await IsExhaustedAsync(gateway, "127.0.0.8", "203.0.113.{0}"));
        // Through a proxy that adds what it sees, after what the client invented.
        Assert.True(await IsExhaustedAsync(gateway, Proxy, "203.0.113.{0}, 198.51.100.1"));
        // Through two.
        Assert.True(await IsExhaustedAsync(gateway, Proxy, $"203.0.113.{{0}}, 198.51.100.2, {SecondProxy}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(gateway, Proxy, "198.51.100.3"));
    }

    [Fact]
    public async Task Limits_WithoutTrustInAnyProxy_AreThoseOfTheConnection()
    {
        await using var gateway = await StartAsync();

        Assert.True(await IsExhaustedAsync(gateway, Proxy, "203.0.113.{0}"));
    }

    [Fact]
    public async Task Cookie_IsForHttpsAlone_WhereATrustedProxySaysSo()
    {
        await using var gateway = await GatewayProcess.StartAsync($"Proxy:Trusted={Proxy}", "Proxy:PublicUrl=https://crowddx.example.org");
        Assert.StartsWith("https://crowddx.example.org/setup?token=", gateway.SetupLinks[0], StringComparison.Ordinal);
        await gateway.OperatorAsync();

        Assert.Contains("secure", await SignInAsync(gateway, Proxy), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", await SignInAsync(gateway, "127.0.0.8"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Proxy:Trusted", "nginx")]
    [InlineData("Proxy:Trusted", "10.0.0.0/33")]
    [InlineData("Proxy:Trusted", "10.0.0.1,0.0.0.0/0")]
    [InlineData("Proxy:PublicUrl", "crowddx.example.org")]
    [InlineData("ForwardedHeaders_Enabled", "true", "ASPNETCORE_FORWARDEDHEADERS_ENABLED")]
    public async Task Trust_WhenItIsNoneOrInEverybody_IsRefusedAtStart(string key, string value, string? named = null)
    {
        var (code, output) = await GatewayProcess.RefusalAsync($"{key}={value}");

        Assert.NotEqual(0, code);
        Assert.Contains(named ?? $"{key} is {value}", output, StringComparison.Ordinal);
    }

    private static Task<GatewayProcess> StartAsync(params string[] settings)
        => GatewayProcess.StartAsIsAsync([$"RateLimits:AddressBurst={Burst}", "RateLimits:AddressPerSecond=1", .. settings]);

    /// <summary>Whether so many requests one after the other run into the limit; {0} in the header is another number each time.</summary>
    private static async Task<bool> IsExhaustedAsync(GatewayProcess gateway, string from, string forwardedFor)
    {
        var replies = new List<HttpStatusCode>();
        for (var i = 0; i < 4 * Burst; i++)
            replies.Add(await AskAsync(gateway, from, forwardedFor.Replace("{0}", $"{i + 1}", StringComparison.Ordinal)));
        return replies.Contains(HttpStatusCode.TooManyRequests);
    }

    private static async Task<HttpStatusCode> AskAsync(GatewayProcess gateway, string from, string forwardedFor)
    {
        using var client = LoopbackClient.From(from, gateway.Url, ("X-Forwarded-For", forwardedFor));
        using var reply = await client.GetAsync("/api/v1/cases");
        return reply.StatusCode;
    }

    private static async Task<string> SignInAsync(GatewayProcess gateway, string from)
    {
        using var client = LoopbackClient.From(from, gateway.Url, ("X-Forwarded-For", "203.0.113.1"), ("X-Forwarded-Proto", "https"));
        using var reply = await client.PostJsonAsync("/api/v1/session", new { email = "operator@example.org", password = "a long enough password" });
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync());
        return Assert.Single(reply.Headers.GetValues("Set-Cookie"));
    }
}
