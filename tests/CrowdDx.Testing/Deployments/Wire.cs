using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CrowdDx.Testing.Deployments;

/// <summary>A wire to a server that can be cut and mended, whatever the server does: connections to its port go on to the server's.</summary>
public sealed class Wire(string host, int port) : IAsyncDisposable
{
    private readonly ConcurrentBag<TcpClient> _ends = [];
    private TcpListener? _listener;
    private Task _accepting = Task.CompletedTask;

    /// <summary>The port of 127.0.0.1 at this end.</summary>
    public int Port { get; } = Ports.Free();

    /// <summary>Lets connections through from now on.</summary>
    public void Mend()
    {
        _listener = new(IPAddress.Loopback, Port);
        _listener.Start();
        _accepting = AcceptAsync(_listener);
    }

    /// <summary>Ends every connection, and refuses new ones.</summary>
    public async Task CutAsync()
    {
        _listener?.Stop();
        await _accepting;
        foreach (var end in _ends)
            end.Dispose();
        _ends.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await CutAsync();
        _listener?.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        var far = new TcpClient();
        _ends.Add(near);
        _ends.Add(far);
        try
        {
            await far.ConnectAsync(host, port);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the ends is gone.
        }
        near.Dispose();
        far.Dispose();
    }
}
