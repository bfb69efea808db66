namespace CrowdDx.Testing.Deployments;

/// <summary>What to start, and on what.</summary>
public sealed record DeploymentSettings
{
    public int Gateways { get; init; } = 2;

    /// <summary>So many for fan-out and so many for aggregation.</summary>
    public int WorkersOfEach { get; init; } = 2;

    /// <summary>A RabbitMQ of the test's own; otherwise the one that all tests share.</summary>
    public PrivateServer? BrokerServer { get; init; }

    /// <summary>A PostgreSQL of the test's own; otherwise the one that all tests share.</summary>
    public PrivateServer? DatabaseServer { get; init; }

    /// <summary>Further settings of every process, <c>key=value</c>; later ones win.</summary>
    public IReadOnlyList<string> Configuration { get; init; } = [];

    /// <summary>Further settings of the gateways.</summary>
    public IReadOnlyList<string> OfGateways { get; init; } = [];

    internal Broker Broker => BrokerServer is null ? Broker.FromEnvironment() : new(new Uri(BrokerServer.Address));
}
