using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CrowdDx.Testing;

internal static class Ports
{
    /// <summary>A port below those that the system gives to outgoing connections, so that none of them takes it between a kill and the next start.</summary>
    public static int Free()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32(15_000, 32_000);
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken; another one.
            }
        }
        throw new InvalidOperationException("No free port was found.");
    }
}
