using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Testing;
using CrowdDx.Testing.Databases;
using CrowdDx.Testing.Deployments;

namespace CrowdDx.Worker.Tests.Operating;

/// <summary>A gateway whose database and broker come and go says at every moment which of them it lacks, and listens from the first.</summary>
[Collection("Deployments")]
public sealed class HealthTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [DeploymentFact]
    public async Task Gateway_WhoseDependenciesComeAndGo_SaysWhichOfThemItLacks()
    {
        using var database = new PostgreSqlTestDatabase(migrated: false);
        await using var gateway = WiredHost.Begin("gateway/CrowdDx.Gateway", database);
        using var http = new HttpClient { BaseAddress = new(gateway.Host.Url), Timeout = TimeSpan.FromSeconds(30) };
        // Neither is there: it listens all the same.
        await SaysAsync(http, "unavailable", "database unavailable", "migrations unavailable");
        await http.GetAsync("/health/live").ExpectAsync(HttpStatusCode.OK);
        using (var refused = await http.PostJsonAsync("/api/v1/session", new { email = "a@example.org", password = "secret" }))
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "2"), (refused.StatusCode, string.Join(',', refused.Headers.GetValues("Retry-After"))));
            Assert.Equal("/problems/unavailable", (string?)JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["type"]);
        }
        Assert.DoesNotContain(gateway.Host.Output, line => line.StartsWith("fail:", StringComparison.Ordinal));
        Assert.Single(gateway.Host.Output, line => line.Contains("Waiting for the database", StringComparison.Ordinal));

        gateway.ToDatabase.Mend();
        await SaysAsync(http, "unavailable", "database ready", "migrations ready", "broker unavailable", "outbox ready");
        gateway.ToBroker.Mend();
        await SaysAsync(http, "ready", "database ready", "migrations ready", "broker ready", "outbox ready");
        Assert.Contains(gateway.Host.Output, line => line.Contains("/setup?token=", StringComparison.Ordinal));

        await gateway.ToDatabase.CutAsync();
        await SaysAsync(http, "unavailable", "database unavailable", "migrations degraded", "broker ready", "outbox degraded");
        gateway.ToDatabase.Mend();
        await gateway.ToBroker.CutAsync();
        await SaysAsync(http, "unavailable", "database ready", "migrations ready", "broker unavailable", "outbox ready");
    }

    private static async Task SaysAsync(HttpClient http, string status, params string[] dependencies)
    {
        var said = "nothing";
        await Eventually.HoldsAsync(
            async () =>
            {
                try
                {
                    using var response = await http.GetAsync("/health/ready");
                    said = await response.Content.ReadAsStringAsync();
                    var reply = JsonNode.Parse(said)!;
                    return (string?)reply["status"] == status && response.IsSuccessStatusCode == (status == "ready")
                        && reply["dependencies"]!.AsObject().Select(dependency => $"{dependency.Key} {dependency.Value!["status"]}").ToHashSet().SetEquals(dependencies);
                }
                catch (HttpRequestException)
                {
                    // Before it listens, and for a moment as the waiting ends.
                    return false;
                }
            },
            $"{status}: {string.Join(", ", dependencies)}",
            Patience);
        // Nothing that tells where things are or how to get in.
        Assert.DoesNotContain("127.0.0.1", said, StringComparison.Ordinal);
        Assert.DoesNotContain("crowddx_", said, StringComparison.Ordinal);
    }
}
