using CrowdDx.Testing.Databases;

using Xunit;

namespace CrowdDx.Testing.Deployments;

/// <summary>A test with real processes on RabbitMQ and PostgreSQL; <c>tests/run.sh</c> starts both.</summary>
public sealed class DeploymentFactAttribute : FactAttribute
{
    /// <param name="behindNginx">Whether it needs nginx too.</param>
    public DeploymentFactAttribute(bool behindNginx = false)
    {
        if (behindNginx && !File.Exists(Nginx.Program))
            Skip = $"{Nginx.Program} is not there; tests/run.sh installs it.";
        else if (!Broker.IsThere)
            Skip = $"{Broker.Variable} is not set; tests/run.sh sets it.";
        else if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(TestDatabase.PostgreSqlVariable)))
            Skip = $"{TestDatabase.PostgreSqlVariable} is not set; tests/run.sh sets it.";
    }
}
