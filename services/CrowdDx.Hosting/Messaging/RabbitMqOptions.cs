using System.ComponentModel.DataAnnotations;

namespace CrowdDx.Hosting.Messaging;

/// <summary>Where RabbitMQ is. Configuration section <c>Messaging:RabbitMq</c>; read where <c>Messaging:Transport</c> is <c>RabbitMq</c>.</summary>
public sealed class RabbitMqOptions
{
    /// <summary>Name or address of the broker.</summary>
    /// <value>Default: <c>localhost</c>.</value>
    [Required]
    public string Host { get; init; } = "localhost";

    /// <summary>Port of AMQP 0-9-1.</summary>
    /// <value>Default: 5672; 5671 is usual with TLS.</value>
    [Range(1, 65_535)]
    public int Port { get; init; } = 5672;

    /// <summary>The broker's virtual host.</summary>
    /// <value>Default: <c>/</c>.</value>
    [Required]
    public string VirtualHost { get; init; } = "/";

    /// <summary>Who this service is to the broker. <c>guest</c>, whom every broker knows, is refused outside development.</summary>
    /// <value>Default: none; required.</value>
    public string? Username { get; init; }

    /// <summary>The password, best given as a file of <c>Hosting:SecretsFolder</c>.</summary>
    /// <value>Default: none; required.</value>
    public string? Password { get; init; }

    /// <summary>Whether to speak TLS, with the broker's certificate checked against <see cref="Host"/>.</summary>
    /// <value>Default: <c>false</c>.</value>
    public bool UseTls { get; init; }

    /// <summary>How many messages the broker hands to an endpoint of this process before the first is done.</summary>
    /// <value>Default: 64.</value>
    [Range(1, 5_000)]
    public int Prefetch { get; init; } = 64;

    /// <summary>How many messages an endpoint of this process works on at once, where its consumer sets no other number.</summary>
    /// <value>Default: 8.</value>
    [Range(1, 500)]
    public int Concurrency { get; init; } = 8;
}
