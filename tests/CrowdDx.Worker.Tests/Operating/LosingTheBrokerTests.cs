using System.Net;

using CrowdDx.Testing;
using CrowdDx.Testing.Databases;
using CrowdDx.Testing.Deployments;

namespace CrowdDx.Worker.Tests.Operating;

/// <summary>Of a broker that is away an operator reads one line, and one more when it is back.</summary>
[Collection("Deployments")]
public sealed class LosingTheBrokerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crowddx-wire-");

    [DeploymentFact]
    public async Task Log_OfAWorkerWhoseBrokerComesAndGoesTwice_HasALineForEach()
    {
        using var database = new PostgreSqlTestDatabase();
        var broker = Broker.FromEnvironment();
        await using var wire = new Wire(broker.Address.Host, broker.Address.Port);
        await using var worker = ServiceHost.Begin(
            "services/CrowdDx.Worker",
            _folder.FullName,
            [.. broker.Settings, "Database:Provider=PostgreSql", $"Database:ConnectionString={database.ConnectionString}", $"Messaging:RabbitMq:Port={wire.Port}"]);

        for (var round = 1; round <= 2; round++)
        {
            await SaidAsync(worker, "Lost: broker.", round);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await worker.StatusAsync());
            wire.Mend();
            await worker.IsReadyAsync();
            await SaidAsync(worker, "Back: broker, after", round);
            await wire.CutAsync();
        }
        await SaidAsync(worker, "Lost: broker.", 3);

        var complaints = worker.Output.SkipWhile(line => !line.StartsWith("warn:", StringComparison.Ordinal)).Where(line => !line.StartsWith(' ')).ToList();
        Assert.Equal(5, complaints.Count);
        Assert.All(complaints, line => Assert.StartsWith("warn: CrowdDx.Hosting.Health.DependencyLog", line, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Task SaidAsync(ServiceHost worker, string text, int times)
        => Eventually.HoldsAsync(
            () => Task.FromResult(worker.Output.Count(line => line.Contains(text, StringComparison.Ordinal)) == times), $"'{text}' for the {times}. time", TimeSpan.FromMinutes(2));
}
