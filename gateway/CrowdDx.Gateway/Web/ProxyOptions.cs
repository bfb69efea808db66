using System.Net;

using Microsoft.Extensions.Options;

namespace CrowdDx.Gateway.Web;

/// <summary>What stands before the gateway. Configuration section <c>Proxy</c>.</summary>
public sealed class ProxyOptions
{
    /// <summary>
    /// Addresses and networks (CIDR, RFC 4632) of the reverse proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed, with commas
    /// between. Whoever may send requests from there may say to be anyone.
    /// </summary>
    /// <value>Default: none; the headers are ignored.</value>
    public string? Trusted { get; init; }

    /// <summary>Where people reach the service (<c>https://crowddx.example.org</c>), for the links that it prints.</summary>
    /// <value>Default: none; links begin with where the gateway listens.</value>
    public Uri? PublicUrl { get; init; }

    /// <summary>The proxies as networks.</summary>
    /// <exception cref="FormatException">One is neither an address nor a network.</exception>
    internal IReadOnlyList<IPNetwork> Networks
        => [.. (Trusted ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(NetworkOf)];

    private static IPNetwork NetworkOf(string text)
        => IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
            : IPNetwork.TryParse(text, out var network) ? network
            : throw new FormatException($"{text} is neither an address nor a network");
}

/// <summary>Refuses, at start, proxies that are none, and trust in everybody.</summary>
internal sealed class ProxyOptionsCheck(IConfiguration configuration) : IValidateOptions<ProxyOptions>
{
    private const string Example = "It looks like 10.0.3.7 or 10.0.3.0/24, with commas between.";

    public ValidateOptionsResult Validate(string? name, ProxyOptions options)
    {
        // The framework's own switch believes the headers of everybody, and so lets everybody choose the address that limits go by.
        if (configuration.GetValue<bool>("ForwardedHeaders_Enabled"))
            return ValidateOptionsResult.Fail("ASPNETCORE_FORWARDEDHEADERS_ENABLED believes everybody. Leave it out, and name the proxies in Proxy:Trusted.");
        if (options.PublicUrl is { } url && !(url.IsAbsoluteUri && url.Scheme is "http" or "https"))
            return ValidateOptionsResult.Fail($"Proxy:PublicUrl is {url}. It looks like https://crowddx.example.org.");
        try
        {
            return options.Networks.Any(network => network.PrefixLength == 0)
                ? ValidateOptionsResult.Fail($"Proxy:Trusted is {options.Trusted}, which is everybody. {Example}")
                : ValidateOptionsResult.Success;
        }
        catch (FormatException exception)
        {
            return ValidateOptionsResult.Fail($"Proxy:Trusted is {options.Trusted}; {exception.Message}. {Example}");
        }
    }
}
