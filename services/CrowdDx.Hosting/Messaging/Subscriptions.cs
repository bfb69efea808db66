using System.Collections.Frozen;
using System.Reflection;

using MassTransit;

using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Hosting.Messaging;

/// <summary>Marks a consumer whose endpoint lives no longer than its process and keeps no inbox: it feeds open connections, and a lost message costs nothing.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NoInboxAttribute : Attribute;

/// <summary>Which endpoints with an inbox consume which messages, as registered in this process.</summary>
internal sealed class Subscriptions
{
    private readonly FrozenDictionary<Type, string[]> _endpoints;
    private readonly FrozenSet<string> _withInbox;

    public Subscriptions(IServiceCollection services)
    {
        var subscriptions = services
            .Select(service => service.ServiceType)
            .Where(type => type.IsClass && typeof(IConsumer).IsAssignableFrom(type) && type.GetCustomAttribute<NoInboxAttribute>() is null)
            .Distinct()
            .SelectMany(consumer => MessagesOf(consumer).Select(message => (Message: message, Endpoint: EndpointOf(consumer))))
            .ToList();
        _endpoints = subscriptions.GroupBy(s => s.Message).ToFrozenDictionary(g => g.Key, g => g.Select(s => s.Endpoint).ToArray());
        _withInbox = subscriptions.Select(s => s.Endpoint).ToFrozenSet();
    }

    /// <summary>Endpoints that must each have an inbox row before a message of this type is done with.</summary>
    public IReadOnlyList<string> Of(Type message) => _endpoints.TryGetValue(message, out var endpoints) ? endpoints : [];

    /// <summary>Whether an endpoint keeps an inbox.</summary>
    public bool HasInbox(string endpoint) => _withInbox.Contains(endpoint);

    private static IEnumerable<Type> MessagesOf(Type consumer)
        => consumer.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IConsumer<>)).Select(i => i.GetGenericArguments()[0]);

    private static string EndpointOf(Type consumer)
        => (string)typeof(KebabCaseEndpointNameFormatter).GetMethod(nameof(KebabCaseEndpointNameFormatter.Consumer))!
            .MakeGenericMethod(consumer).Invoke(KebabCaseEndpointNameFormatter.Instance, [])!;
}
