using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace CrowdDx.Hosting.Commands;

/// <summary>
/// <c>health</c> as the first argument: asks the host that runs beside it, with the same configuration, for <c>/health/ready</c>. It is the health check of an
/// image that has neither a shell nor curl, and so no host is built for it.
/// </summary>
public static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Whether the arguments ask for it.</summary>
    public static bool IsAsked(string[] args) => args is ["health", ..];

    /// <summary>Writes what the host answers.</summary>
    /// <returns>The exit code: 0 where it is ready, 1 where it is not or does not answer, 2 where it listens nowhere that this can ask.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var configuration = Read(args[1..]);
        if (AddressOf(configuration["Urls"]) is not { } address)
        {
            await Console.Error.WriteLineAsync($"Urls is {configuration["Urls"]}; health asks over http.");
            return 2;
        }
        using var client = new HttpClient { BaseAddress = address, Timeout = Patience };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        request.Headers.Host = HostOf(configuration["AllowedHosts"]);
        try
        {
            using var response = await client.SendAsync(request);
            await Console.Out.WriteLineAsync(await response.Content.ReadAsStringAsync());
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"{address} does not answer: {exception.Message}");
            return 1;
        }
    }

    /// <summary>In the order in which the host reads them, the last wins.</summary>
    private static IConfigurationRoot Read(string[] args)
        => new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").SetBasePath(Directory.GetCurrentDirectory())
            .AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().AddCommandLine(args).Build();

    /// <summary>The first address without TLS, and, where that is all interfaces, this machine's own.</summary>
    private static Uri? AddressOf(string? urls)
    {
        var first = (urls ?? "http://localhost:5000").Split(';', StringSplitOptions.TrimEntries).Select(BindingAddress.Parse).FirstOrDefault(url => url.Scheme == "http");
        return first is null ? null : new($"http://{(first.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "127.0.0.1" : first.Host)}:{first.Port}");
    }

    // The host answers requests for its own names alone.
    private static string? HostOf(string? allowed)
        => allowed?.Split(';', StringSplitOptions.TrimEntries)[0] is { Length: > 0 } name && name != "*" ? name.Replace("*.", "health.", StringComparison.Ordinal) : null;
}
