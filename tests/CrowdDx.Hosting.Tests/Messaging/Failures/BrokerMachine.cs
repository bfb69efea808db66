using CrowdDx.Hosting.Messaging.Failures;
using CrowdDx.Testing;
using CrowdDx.Testing.Databases;
using CrowdDx.Testing.Deployments;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Hosting.Tests.Messaging.Failures;

/// <summary>A machine on the RabbitMQ under test, whose queues are its own for as long as it lives.</summary>
internal sealed class BrokerMachine : IAsyncDisposable
{
    private static readonly string[] Queues = ["first", "second", "first_error", "second_error"];

    private readonly TestDatabase _database = TestDatabase.Create();

    private BrokerMachine(BrokerDesk desk)
    {
        Desk = desk;
        Machine = Machine.Over(_database);
        foreach (var setting in Broker.FromEnvironment().Settings)
            Machine.With(setting.Split('=')[0], setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..]);
    }

    public BrokerDesk Desk { get; }

    public Machine Machine { get; }

    /// <summary>Nothing where there is no broker: the tests are skipped.</summary>
    public static async Task<BrokerMachine> StartIfThereAsync()
    {
        if (!Broker.IsThere)
            return null!;
        var stage = new BrokerMachine(await BrokerDesk.OpenAsync());
        await stage.Desk.DeleteAsync(Queues);
        await stage.Machine.StartHostAsync();
        await Eventually.HoldsAsync(
            () => Task.FromResult(stage.Machine.Services.GetRequiredService<MassTransit.IBusControl>().CheckHealth().Status == MassTransit.BusHealthStatus.Healthy), "the bus to start");
        return stage;
    }

    /// <summary>What failed, once there is so much of it.</summary>
    public async Task<IReadOnlyList<FailedMessage>> FailedAsync(int count, TimeSpan deadline)
        => await Eventually.GetAsync(async () => await ReadAsync() is { } failed && failed.Total == count && failed.Items.Count == count ? failed.Items : null, $"{count} failed messages", deadline);

    public async Task<FailedMessages> ReadAsync()
    {
        await using var scope = Machine.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IFailedMessages>().ReadAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Machine.DisposeAsync();
        await Desk.DeleteAsync(Queues);
        await Desk.DisposeAsync();
        _database.Dispose();
    }
}
