using System.Net;
using System.Net.Sockets;

namespace CrowdDx.Testing;

/// <summary>A client with an address of its own: all of 127.0.0.0/8 is this machine.</summary>
public static class LoopbackClient
{
    /// <summary>A client that connects from an address, with headers that it sends with each request.</summary>
    public static HttpClient From(string address, string url, params (string Name, string Value)[] headers)
    {
        var handler = new SocketsHttpHandler { ConnectCallback = (context, cancellationToken) => ConnectAsync(address, context.DnsEndPoint, cancellationToken) };
        var client = new HttpClient(handler) { BaseAddress = new(url) };
        foreach (var (name, value) in headers)
            client.DefaultRequestHeaders.Add(name, value);
        return client;
    }

    private static async ValueTask<Stream> ConnectAsync(string address, DnsEndPoint target, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(target, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
