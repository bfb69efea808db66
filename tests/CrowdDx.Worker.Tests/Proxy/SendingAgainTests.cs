using System.Net;

using CrowdDx.Testing.Deployments;

namespace CrowdDx.Worker.Tests.Proxy;

/// <summary>What the proxy does with requests of a gateway that fails.</summary>
public sealed class SendingAgainTests
{
    [NginxTheory]
    [InlineData("GET", 2)]
    [InlineData("HEAD", 2)]
    [InlineData("POST", 1)]
    [InlineData("PATCH", 1)]
    [InlineData("PUT", 1)]
    [InlineData("DELETE", 1)]
    public async Task Request_ThatAGatewayDiedWith_GoesToAnotherOnlyWhereItReads(string method, int expected)
    {
        await using var one = new SilentGateway();
        await using var two = new SilentGateway();
        await using var nginx = await Nginx.StartAsync([one.Url, two.Url]);
        using var client = new HttpClient { BaseAddress = new(nginx.Url) };
        using var request = new HttpRequestMessage(new(method), "/api/v1/cases?q=secret");
        if (method.StartsWith('P'))
            request.Content = new StringContent("{}");

        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal(expected, one.Requests + two.Requests);
        await Testing.Eventually.HoldsAsync(() => Task.FromResult(nginx.Output.Any(line => line.Contains($" {method} /api/v1/cases 502 ", StringComparison.Ordinal))), "the request in the log");
        Assert.DoesNotContain(nginx.Output, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [NginxTheory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Request_ForAGatewayThatIsAway_GoesToAnother(string method)
    {
        var away = new SilentGateway();
        await away.DisposeAsync();
        await using var there = await EchoGateway.StartAsync();
        await using var nginx = await Nginx.StartAsync([away.Url, there.Url]);
        using var client = new HttpClient { BaseAddress = new(nginx.Url) };

        for (var i = 0; i < 10; i++)
        {
            using var request = new HttpRequestMessage(new(method), "/");
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }
}
