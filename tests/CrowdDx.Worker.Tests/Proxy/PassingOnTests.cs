using System.Net;
using System.Net.Http.Json;

using CrowdDx.Testing;
using CrowdDx.Testing.Deployments;

namespace CrowdDx.Worker.Tests.Proxy;

/// <summary>What the proxy makes of requests and answers on their way.</summary>
public sealed class PassingOnTests
{
    private const int Burst = 5;

    [NginxFact]
    public async Task Request_ArrivesWithTheAddressOfWhoeverConnected_AndNotWhatItSaysOfItself()
    {
        await using var gateway = await EchoGateway.StartAsync();
        await using var nginx = await Nginx.StartAsync([gateway.Url, gateway.Url]);
        using var client = LoopbackClient.From(
            "127.0.0.9", nginx.Url, ("X-Forwarded-For", "203.0.113.1"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example.org"), ("Forwarded", "for=203.0.113.1"),
            ("Authorization", "Bearer key"), ("Last-Event-ID", "4.2"), ("Sec-Fetch-Site", "same-origin"));

        var headers = (await client.GetFromJsonAsync<Dictionary<string, string>>("/"))!;

        Assert.Equal(("127.0.0.9", "http"), (headers["X-Forwarded-For"], headers["X-Forwarded-Proto"]));
        Assert.Equal(new Uri(nginx.Url).Authority, headers["Host"]);
        Assert.Equal(("Bearer key", "4.2", "same-origin"), (headers["Authorization"], headers["Last-Event-ID"], headers["Sec-Fetch-Site"]));
        Assert.DoesNotContain("X-Forwarded-Host", headers.Keys);
        Assert.DoesNotContain("Forwarded", headers.Keys);
    }

    [NginxFact]
    public async Task Requests_OneAfterAnother_TakeTheSameConnection()
    {
        await using var gateway = await EchoGateway.StartAsync();
        await using var nginx = await Nginx.StartAsync([gateway.Url, gateway.Url]);
        using var client = new HttpClient { BaseAddress = new(nginx.Url) };
        var connections = new HashSet<string>(StringComparer.Ordinal);

        for (var i = 0; i < 20; i++)
        {
            using var response = await client.GetAsync("/");
            connections.Add(response.Headers.GetValues(EchoGateway.ConnectionHeader).Single());
        }

        Assert.InRange(connections.Count, 1, 2);
    }

    [NginxFact]
    public async Task Answer_KeepsEveryHeaderThatTheGatewaySet()
    {
        await using var gateway = await GatewayProcess.StartAsync();
        await using var nginx = await Nginx.StartAsync([gateway.Url, gateway.Url]);

        foreach (var path in (string[])["/", "/css/tokens.css", "/api/v1/cases", "/health/ready", "/openapi/v1.json"])
        {
            var direct = await HeadersAsync(gateway.Url, path);
            Assert.NotEmpty(direct);
            Assert.Equal(direct, await HeadersAsync(nginx.Url, path));
        }
    }

    [NginxFact]
    public async Task Body_ThatIsTooLarge_IsRefusedByTheGateway()
    {
        await using var gateway = await GatewayProcess.StartAsync();
        await using var nginx = await Nginx.StartAsync([gateway.Url, gateway.Url]);
        using var client = new HttpClient { BaseAddress = new(nginx.Url) };

        await client.PostJsonAsync("/api/v1/session", new { email = new string('x', 1_500_000), password = "" }).ReadProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [NginxFact]
    public async Task Limits_AreThoseOfEachClient_AndNotOfTheProxy()
    {
        string[] settings = [$"RateLimits:AddressBurst={Burst}", "RateLimits:AddressPerSecond=1", "Proxy:Trusted=127.0.0.1"];
        await using var one = await GatewayProcess.StartAsIsAsync(settings);
        await using var two = await GatewayProcess.StartAsIsAsync(settings);
        await using var nginx = await Nginx.StartAsync([one.Url, two.Url]);

        var replies = new List<HttpStatusCode>();
        for (var i = 0; i < 8 * Burst; i++)
            replies.Add(await AskAsync(nginx, "127.0.0.21", $"203.0.113.{i}"));

        Assert.Contains(HttpStatusCode.TooManyRequests, replies);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(nginx, "127.0.0.22", "203.0.113.1"));
    }

    private static async Task<HttpStatusCode> AskAsync(Nginx nginx, string from, string forwardedFor)
    {
        using var client = LoopbackClient.From(from, nginx.Url, ("X-Forwarded-For", forwardedFor));
        using var reply = await client.GetAsync("/api/v1/cases");
        return reply.StatusCode;
    }

    /// <summary>All but those of the connection, the clock, and who answers.</summary>
    private static async Task<IEnumerable<string>> HeadersAsync(string url, string path)
    {
        using var client = new HttpClient { BaseAddress = new(url) };
        using var response = await client.GetAsync(path);
        return response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Date" or "Server" or "Connection" or "Transfer-Encoding"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal).ToList();
    }
}
