using System.Diagnostics;
using System.Net;

using CrowdDx.Testing;
using CrowdDx.Testing.Deployments;

namespace CrowdDx.Worker.Tests.Proxy;

/// <summary>People who know nothing but the proxy, while a gateway behind it is killed.</summary>
[Collection("Deployments")]
public sealed class LoopBehindProxyTests
{
    private const int Experts = 4;

    [DeploymentFact(behindNginx: true)]
    public async Task Loop_BehindTheProxy_GoesOnWhenAGatewayIsKilled()
    {
        await using var deployment = await Deployment.StartAsync(gateways: 2, workersOfEach: 1, "Proxy:Trusted=127.0.0.1");
        await using var nginx = await Nginx.StartAsync([.. deployment.Gateways.Select(gateway => gateway.Url)]);
        var op = Deployment.Through(nginx, await deployment.OperatorAsync());
        var network = new { name = "Pancreas", description = "Upper abdomen", specialties = new[] { "gastroenterology" } };
        var networkId = (Guid)(await op.PostAsync("networks", network).ReadAsync(HttpStatusCode.Created))["id"]!;
        var student = Deployment.Through(nginx, (await deployment.CreateAsync(1, "student"))[0]);
        var experts = (await deployment.CreateAsync(Experts, "expert")).Select(expert => Deployment.Through(nginx, expert)).ToList();
        foreach (var expert in experts)
            await expert.PutAsync($"networks/{networkId}/membership").ExpectAsync(HttpStatusCode.OK);

        var caseId = await AskAsync(student, networkId);
        await AnswerAsync(student, experts, caseId);

        var reading = ReadAllTheTimeAsync(student, caseId, out var stop);
        await deployment.Gateways[0].KillAsync();
        await student.GetAsync($"cases/{caseId}/differential").ExpectAsync(HttpStatusCode.OK);
        var second = await AskAsync(student, networkId);
        stop.Cancel();
        Assert.True(await reading > 0);
        await AnswerAsync(student, experts, second);

        await deployment.Gateways[0].KillAndStartAsync();
        await deployment.Gateways[0].IsReadyAsync();
        var before = nginx.Output.Count;
        await Eventually.HoldsAsync(
            async () =>
            {
                await student.GetAsync($"cases/{caseId}").ExpectAsync(HttpStatusCode.OK);
                return deployment.Gateways.All(gateway => nginx.Output.Skip(before).Any(line => line.EndsWith($"gateway {new Uri(gateway.Url).Authority} 200", StringComparison.Ordinal)));
            },
            "requests to both gateways again");
    }

    private static async Task<Guid> AskAsync(Person student, Guid networkId)
        => (Guid)(await student.PostAsync("cases", CrowdDxApplication.CaseBody(networkId)).ReadAsync(HttpStatusCode.Created))["id"]!;

    /// <summary>All answer, and a viewer sees each answer in less time than a heartbeat takes: a proxy that kept events back would show them later, or never.</summary>
    private static async Task AnswerAsync(Person student, List<Person> experts, Guid caseId)
    {
        await using var stream = await EventStream.OpenAsync(student, caseId);
        await stream.NextStateAsync("the state at the start");
        for (var i = 0; i < experts.Count; i++)
        {
            await Eventually.HoldsAsync(async () => (await experts[i].GetAsync($"cases/{caseId}")).IsSuccessStatusCode, "the invitation");
            await experts[i].PutAsync($"cases/{caseId}/answers/mine", CrowdDxApplication.AnswerBody("biliary microlithiasis", "hereditary pancreatitis")).ExpectAsync(HttpStatusCode.Created);
            var waited = Stopwatch.StartNew();
            await stream.NextStateAsync($"{i + 1} answers on the board", state => (int?)state.Board?["answers"] == i + 1);
            Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        }
    }

    /// <summary>Four who read one after the other until told to stop; fails where any of them is refused, and gives how many were answered.</summary>
    private static Task<int> ReadAllTheTimeAsync(Person student, Guid caseId, out CancellationTokenSource stop)
    {
        var source = stop = new CancellationTokenSource();
        return SumAsync();

        async Task<int> SumAsync() => (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OneAsync()))).Sum();

        async Task<int> OneAsync()
        {
            var count = 0;
            for (; !source.IsCancellationRequested; count++)
                await student.GetAsync($"cases/{caseId}").ExpectAsync(HttpStatusCode.OK);
            return count;
        }
    }
}
