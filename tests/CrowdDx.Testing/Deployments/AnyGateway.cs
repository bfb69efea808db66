namespace CrowdDx.Testing.Deployments;

/// <summary>Sends requests to the gateways in turn, as a balancer in front of them does.</summary>
internal sealed class AnyGateway(IReadOnlyList<Uri> gateways)
    : DelegatingHandler(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30), ConnectTimeout = TimeSpan.FromSeconds(5) })
{
    private int _requests;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var gateway = gateways[(int)((uint)Interlocked.Increment(ref _requests) % gateways.Count)];
        request.RequestUri = new Uri(gateway, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
