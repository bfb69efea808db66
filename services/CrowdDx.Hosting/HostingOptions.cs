using Microsoft.Extensions.Configuration;

namespace CrowdDx.Hosting;

/// <summary>What this process is. Configuration section <c>Hosting</c>.</summary>
public sealed class HostingOptions
{
    /// <summary>Whether the gateway also does the workers' work.</summary>
    /// <value>Default: <c>true</c>. <c>false</c> needs a broker and a database server.</value>
    public bool Embedded { get; init; } = true;

    /// <summary>A folder of files whose names are configuration keys (<c>__</c> for <c>:</c>) and whose content is the value, as container platforms mount secrets.</summary>
    /// <value>Default: none.</value>
    public string? SecretsFolder { get; init; }

    /// <summary>Reads them while the host is composed, which is what they decide.</summary>
    public static HostingOptions Of(IConfiguration configuration) => configuration.GetSection("Hosting").Get<HostingOptions>() ?? new();
}
