using System.Diagnostics;
using System.Net.Sockets;

namespace CrowdDx.Testing.Deployments;

/// <summary>Debian's nginx with the configuration of <c>build/nginx</c>, on a port of 127.0.0.1, with a folder of its own.</summary>
public sealed class Nginx : IAsyncDisposable
{
    private const string Source = "build/nginx";
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crowddx-nginx-");
    private readonly int _port = Ports.Free();
    private GatewayRun? _run;

    private Nginx(string scheme) => Url = $"{scheme}://127.0.0.1:{_port}";

    /// <summary>The program, which is on no ordinary user's path.</summary>
    internal static string Program => "/usr/sbin/nginx";

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>Where its configuration lies.</summary>
    public string Folder => _folder.FullName;

    /// <summary>What it is told to write to.</summary>
    public string WriteFolder => Path.Combine(Folder, "writes");

    /// <summary>What it logged, a line each.</summary>
    public IReadOnlyList<string> Output => _run!.Output;

    /// <summary>Starts it before gateways, and waits until it answers.</summary>
    /// <param name="gateways">Addresses of two.</param>
    /// <param name="listen">What is in listen.conf; null for what is shipped. Its port is replaced, and <c>FOLDER</c> by where it lies.</param>
    /// <param name="files">Other files to lay beside it.</param>
    public static async Task<Nginx> StartAsync(IReadOnlyList<string> gateways, string? listen = null, params (string Name, string Content)[] files)
    {
        listen ??= await File.ReadAllTextAsync(Checkout.PathOf($"{Source}/listen.conf"));
        var nginx = new Nginx(listen.Contains(" ssl;", StringComparison.Ordinal) ? "https" : "http");
        try
        {
            await nginx.LayAsync(gateways, listen, files);
            nginx._run = nginx.Begin();
            await Eventually.HoldsAsync(nginx.AnswersAsync, "nginx to listen", StartDeadline);
            return nginx;
        }
        catch
        {
            await nginx.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_run is not null)
            await _run.KillAsync();
        _folder.Delete(recursive: true);
    }

    private async Task LayAsync(IReadOnlyList<string> gateways, string listen, (string Name, string Content)[] files)
    {
        var where = await File.ReadAllTextAsync(Checkout.PathOf($"{Source}/gateways.conf"));
        for (var i = 0; i < gateways.Count; i++)
            where = where.Replace($"gateway-{i + 1}:8080", new Uri(gateways[i]).Authority, StringComparison.Ordinal);
        await LayAsync("nginx.conf", await File.ReadAllTextAsync(Checkout.PathOf($"{Source}/nginx.conf")));
        await LayAsync("gateways.conf", where);
        await LayAsync("listen.conf", listen.Replace("listen 8080", $"listen 127.0.0.1:{_port}", StringComparison.Ordinal));
        foreach (var (name, content) in files)
            await LayAsync(name, content);
    }

    private Task LayAsync(string name, string content) => File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), content);

    private GatewayRun Begin()
    {
        Directory.CreateDirectory(WriteFolder);
        // Its workers leave root for an account that may not enter this folder.
        var user = Environment.UserName == "root" ? "user root; " : "";
        return GatewayRun.Begin(new ProcessStartInfo(Program, ["-p", WriteFolder, "-c", Path.Combine(Folder, "nginx.conf"), "-g", $"{user}daemon off;"]));
    }

    private async Task<bool> AnswersAsync()
    {
        if (_run!.HasEnded)
            Xunit.Assert.Fail($"nginx ended and said:\n{string.Join('\n', Output)}");
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync("127.0.0.1", _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
