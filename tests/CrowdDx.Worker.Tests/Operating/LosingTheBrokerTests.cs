using System.Net;

using CrowdDx.Testing;
using CrowdDx.Testing.Databases;
using CrowdDx.Testing.Deployments;

namespace CrowdDx.Worker.Tests.Operating;

/// <summary>Of a broker that is away an operator reads one line, and one more when it is back.</summary>
[Collection("Deployments")]
public sealed class LosingTheBrokerTests
{
    [DeploymentFact]
    public async Task Log_OfAWorkerWhoseBrokerComesAndGoesTwice_HasALineForEach()
    {
        using var database = new PostgreSqlTestDatabase();
        await using var worker = WiredHost.Begin("services/CrowdDx.Worker", database);
        worker.ToDatabase.Mend();
        for (var round = 1; round <= 2; round++)
        {
            await SaidAsync(worker.Host, "Lost: broker.", round);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await worker.Host.StatusAsync());
            worker.ToBroker.Mend();
            await worker.Host.IsReadyAsync();
            await SaidAsync(worker.Host, "Back: broker, after", round);
            await worker.ToBroker.CutAsync();
        }
        await SaidAsync(worker.Host, "Lost: broker.", 3);

        var complaints = worker.Host.Output.Where(line => line.StartsWith("warn:", StringComparison.Ordinal) || line.StartsWith("fail:", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, complaints.Count(line => line.StartsWith("warn: CrowdDx.Hosting.Health.DependencyLog", StringComparison.Ordinal)));
        Assert.All(complaints, line => Assert.StartsWith("warn: CrowdDx.Hosting.", line, StringComparison.Ordinal));
    }

    private static Task SaidAsync(ServiceHost worker, string text, int times)
        => Eventually.HoldsAsync(
            () => Task.FromResult(worker.Output.Count(line => line.Contains(text, StringComparison.Ordinal)) == times), $"'{text}' for the {times}. time", TimeSpan.FromMinutes(2));
}
