using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using CrowdDx.Testing;
using CrowdDx.Testing.Deployments;
using CrowdDx.Worker.Tests.Operating;

namespace CrowdDx.Worker.Tests.Proxy;

/// <summary>The two ways to TLS that docs/operations.md shows.</summary>
public sealed class TlsTests
{
    [NginxFact]
    public async Task Proxy_ThatSpeaksTls_SaysSoToTheGatewayAndTheBrowser()
    {
        await using var gateway = await GatewayProcess.StartAsync("Proxy:Trusted=127.0.0.1");
        await gateway.OperatorAsync();
        var (certificate, key) = Certificate();
        await using var nginx = await Nginx.StartAsync([gateway.Url, gateway.Url], OperationsDocument.Block("tls"), ("certificate.pem", certificate), ("key.pem", key));
        using var authority = X509Certificate2.CreateFromPem(certificate);
        using var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            SslOptions = { CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { authority }, RevocationMode = X509RevocationMode.NoCheck } },
        };
        using var client = new HttpClient(handler) { BaseAddress = new(nginx.Url) };

        using var reply = await client.PostJsonAsync("/api/v1/session", new { email = "operator@example.org", password = "a long enough password" });

        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync());
        Assert.Contains("secure", Assert.Single(reply.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("max-age=31536000", Assert.Single(reply.Headers.GetValues("Strict-Transport-Security")));
        // A write from a page of ours, whose origin begins with https.
        using var write = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/session") { Headers = { { "Cookie", reply.Headers.GetValues("Set-Cookie").Single().Split(';')[0] }, { "Origin", nginx.Url } } };
        using var signedOut = await client.SendAsync(write);
        Assert.Equal(HttpStatusCode.NoContent, signedOut.StatusCode);
    }

    [NginxFact]
    public async Task Proxy_BehindOneThatSpeaksTls_TakesTheClientFromItAlone()
    {
        await using var gateway = await EchoGateway.StartAsync();
        var listen = OperationsDocument.Block("tls-before").Replace("172.30.87.1", "127.0.0.31", StringComparison.Ordinal);
        await using var nginx = await Nginx.StartAsync([gateway.Url, gateway.Url], listen);

        Assert.Equal(("203.0.113.5", "https"), await SeenAsync(nginx, "127.0.0.31"));
        Assert.Equal(("127.0.0.32", "https"), await SeenAsync(nginx, "127.0.0.32"));
    }

    private static async Task<(string Client, string Scheme)> SeenAsync(Nginx nginx, string from)
    {
        using var client = LoopbackClient.From(from, nginx.Url, ("X-Forwarded-For", "203.0.113.5"));
        var headers = (await client.GetFromJsonAsync<Dictionary<string, string>>("/"))!;
        return (headers["X-Forwarded-For"], headers["X-Forwarded-Proto"]);
    }

    private static (string Certificate, string Key) Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
