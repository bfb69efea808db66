using CrowdDx.Testing.Databases;

using Xunit;

namespace CrowdDx.Testing.Deployments;

/// <summary>A test with real processes on RabbitMQ and PostgreSQL; <c>tests/run.sh</c> starts both.</summary>
public sealed class DeploymentFactAttribute : FactAttribute
{
    /// <param name="behindNginx">Whether it needs nginx too.</param>
    /// <param name="sharedData">A file of third-party data that it needs too.</param>
    public DeploymentFactAttribute(bool behindNginx = false, string? sharedData = null)
    {
        if (sharedData is not null && new SharedDataFactAttribute(sharedData).Skip is { } missing)
            Skip = missing;
        else if (behindNginx && !File.Exists(Nginx.Program))
            Skip = $"{Nginx.Program} is not there; tests/run.sh installs it.";
        else if (!Broker.IsThere)
            Skip = $"{Broker.Variable} is not set; tests/run.sh sets it.";
        else if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(TestDatabase.PostgreSqlVariable)))
            Skip = $"{TestDatabase.PostgreSqlVariable} is not set; tests/run.sh sets it.";
    }
}
