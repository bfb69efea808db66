using Xunit;

namespace CrowdDx.Testing.Deployments;

/// <summary>A test of what only RabbitMQ has; <c>tests/run.sh</c> always starts one.</summary>
public sealed class RabbitMqFactAttribute : FactAttribute
{
    public RabbitMqFactAttribute()
    {
        if (!Broker.IsThere)
            Skip = $"{Broker.Variable} is not set; tests/run.sh sets it.";
    }
}
