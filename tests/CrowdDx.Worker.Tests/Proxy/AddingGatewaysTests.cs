using System.Net;

using CrowdDx.Testing;
using CrowdDx.Testing.Deployments;
using CrowdDx.Worker.Tests.Operating;

namespace CrowdDx.Worker.Tests.Proxy;

/// <summary>A gateway is added while the service runs, as docs/operations.md says.</summary>
public sealed class AddingGatewaysTests
{
    [NginxFact]
    public async Task Gateway_ThatIsAdded_GetsRequestsOnceNginxReadsItsConfigurationAgain()
    {
        await using var one = await EchoGateway.StartAsync();
        await using var two = await EchoGateway.StartAsync();
        await using var nginx = await Nginx.StartAsync([one.Url, one.Url]);
        using var client = new HttpClient { BaseAddress = new(nginx.Url) };

        await File.AppendAllTextAsync(Path.Combine(nginx.Folder, "gateways.conf"), $"server {new Uri(two.Url).Authority};\n");
        await OperationsDocument.RunAsync("reload", nginx.Folder, new(StringComparer.Ordinal) { ["RUN_NGINX"] = nginx.WriteFolder });

        await Eventually.HoldsAsync(
            async () =>
            {
                using var response = await client.GetAsync("/");
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                return nginx.Output.Any(line => line.EndsWith($"gateway {new Uri(two.Url).Authority} 200", StringComparison.Ordinal));
            },
            "a request to the new gateway");
    }
}
