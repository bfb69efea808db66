using System.Collections.Frozen;
using System.Reflection;

using MassTransit;

using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Hosting.Messaging;

/// <summary>Marks a consumer whose endpoint lives no longer than its process and keeps no inbox: it feeds open connections, and a lost message costs nothing.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NoInboxAttribute : Attribute;

/// <summary>Which endpoints with an inbox consume which messages.</summary>
/// <param name="here">Services with the consumers of this process.</param>
/// <param name="everywhere">Services with the consumers of all processes that this one knows of.</param>
internal sealed class Subscriptions(IServiceCollection here, IServiceCollection everywhere)
{
    private readonly FrozenDictionary<Type, string[]> _endpoints
        = Of(here).GroupBy(s => s.Message).ToFrozenDictionary(g => g.Key, g => g.Select(s => s.Endpoint).ToArray());

    private readonly FrozenSet<string> _withInbox = Of(here).Select(s => s.Endpoint).ToFrozenSet();

    /// <summary>What other processes consume, and this one does not.</summary>
    public IReadOnlyList<(Type Message, string Endpoint)> Elsewhere { get; } = [.. Of(everywhere).Except(Of(here))];

    /// <summary>All endpoints with an inbox that this process knows of, its own and the others', in order.</summary>
    public IReadOnlyList<string> Endpoints { get; } = [.. Of(here).Concat(Of(everywhere)).Select(s => s.Endpoint).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Endpoints that must each have an inbox row before a message of this type is done with.</summary>
    public IReadOnlyList<string> Of(Type message) => _endpoints.TryGetValue(message, out var endpoints) ? endpoints : [];

    /// <summary>Whether an endpoint keeps an inbox.</summary>
    public bool HasInbox(string endpoint) => _withInbox.Contains(endpoint);

    private static IEnumerable<(Type Message, string Endpoint)> Of(IServiceCollection services)
        => services
            .Select(service => service.ServiceType)
            .Where(type => type.IsClass && typeof(IConsumer).IsAssignableFrom(type) && type.GetCustomAttribute<NoInboxAttribute>() is null)
            .Distinct()
            .SelectMany(consumer => MessagesOf(consumer).Select(message => (message, EndpointOf(consumer))));

    private static IEnumerable<Type> MessagesOf(Type consumer)
        => consumer.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IConsumer<>)).Select(i => i.GetGenericArguments()[0]);

    private static string EndpointOf(Type consumer)
        => (string)typeof(KebabCaseEndpointNameFormatter).GetMethod(nameof(KebabCaseEndpointNameFormatter.Consumer))!
            .MakeGenericMethod(consumer).Invoke(KebabCaseEndpointNameFormatter.Instance, [])!;
}
