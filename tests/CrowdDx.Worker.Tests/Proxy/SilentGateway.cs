using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CrowdDx.Worker.Tests.Proxy;

/// <summary>What a proxy sees of a gateway that is killed with a request in hand: it reads the request, and hangs up.</summary>
internal sealed class SilentGateway : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;
    private int _requests;

    public SilentGateway()
    {
        _listener.Start();
        Url = $"http://{_listener.LocalEndpoint}";
        _serving = ServeAsync();
    }

    public string Url { get; }

    /// <summary>Requests that it has read.</summary>
    public int Requests => _requests;

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync();
                var received = new byte[4096];
                var count = await connection.GetStream().ReadAsync(received);
                if (Encoding.ASCII.GetString(received, 0, count).Contains(" HTTP/1.1\r\n", StringComparison.Ordinal))
                    Interlocked.Increment(ref _requests);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
