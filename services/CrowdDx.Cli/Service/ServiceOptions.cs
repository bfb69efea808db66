using System.CommandLine;

using CrowdDx.Cli.Input;

namespace CrowdDx.Cli.Service;

/// <summary>The options of every command that speaks to a running service.</summary>
internal sealed class ServiceOptions
{
    /// <summary>Environment variable that holds the API key; unlike an option it is not in the list of processes.</summary>
    public const string KeyVariable = "CROWDDX_KEY";

    private readonly Option<string> _url = new("--url") { Description = "Address of the service, such as http://localhost:5080.", Required = true };
    private readonly Option<string?> _key = new("--key") { Description = $"API key. Better given in the environment variable {KeyVariable}." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_key);
    }

    /// <summary>The service's address, which ends with a slash.</summary>
    public Uri Url(ParseResult parsed)
    {
        var text = parsed.GetRequiredValue(_url);
        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw new InputException($"--url: '{text}' is no http or https address.");
    }

    /// <summary>The API key.</summary>
    public string Key(ParseResult parsed)
    {
        var key = parsed.GetValue(_key) ?? Environment.GetEnvironmentVariable(KeyVariable);
        return !string.IsNullOrWhiteSpace(key) && key.All(char.IsAscii) && !key.Any(char.IsControl)
            ? key.Trim()
            : throw new InputException($"--key or {KeyVariable}: an API key is wanted.");
    }

    /// <summary>A client of that service's API.</summary>
    /// <param name="url">The service's address.</param>
    /// <param name="connections">Most connections at once.</param>
    public static HttpClient Http(Uri url, int connections) =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, ConnectTimeout = TimeSpan.FromSeconds(10), AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(url, "api/v1/"),
            Timeout = TimeSpan.FromSeconds(30),
        };
}
