using System.Net.Sockets;
using System.Text;

using CrowdDx.Benchmarks.Measuring;
using CrowdDx.Testing.Deployments;

namespace CrowdDx.Benchmarks.ManyProcesses;

/// <summary>What it costs to wait: memory and processor time of each process after five idle minutes, and of a gateway for each of 8,000 idle viewers.</summary>
internal static class IdleScenario
{
    private const int Viewers = 8_000;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(Report report)
    {
        await using var site = await Site.StartAsync(workersOfEach: 1, "Live:StreamsPerAccount=10000");
        var student = (await site.Deployment.CreateAsync(1, "student"))[0];
        var caseId = await Site.PostAsync(student, await site.CreateNetworkAsync("Quiet", members: 10));
        Report.Say($"idle: {Idle.TotalMinutes:0} minutes …");
        await Task.Delay(Idle, TimeProvider.System);
        foreach (var (name, host) in Named(site.Deployment))
        {
            report.AddNumber($"memory of {name}", host.Megabytes, "MB");
            report.AddNumber($"processor of {name}, share of a core over a minute", 100 * await ShareAsync(host), "%");
        }
        var gateway = site.Deployment.Gateways[0];
        var before = gateway.Megabytes;
        var viewers = new Socket[Viewers];
        await Parallel.ForAsync(0, Viewers, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) => viewers[i] = await OpenAsync(new(gateway.Url), student.Key, caseId));
        await Task.Delay(Rest, TimeProvider.System);
        report.AddNumber($"memory for each of {Viewers} idle viewers", (gateway.Megabytes - before) * 1_024 / Viewers, "KB");
        report.AddNumber($"processor of that gateway, share of a core over a minute", 100 * await ShareAsync(gateway), "%");
        foreach (var viewer in viewers)
            viewer.Dispose();
    }

    private static IEnumerable<(string Name, ServiceHost Host)> Named(Deployment deployment)
        => deployment.Gateways.Select((host, i) => ($"gateway {i + 1}", host)).Concat(deployment.Workers.Select((host, i) => (i % 2 == 0 ? "fan-out worker" : "aggregation worker", host)));

    private static async Task<double> ShareAsync(ServiceHost host)
    {
        var before = host.ProcessorTime;
        await Task.Delay(Rest, TimeProvider.System);
        return (host.ProcessorTime - before) / Rest;
    }

    /// <summary>Opens a stream and reads its head; the small events that come later rest in the socket.</summary>
    private static async Task<Socket> OpenAsync(Uri at, string key, Guid caseId)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(at.Host, at.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET /api/v1/cases/{caseId}/events HTTP/1.1\r\nHost: {at.Authority}\r\nAuthorization: Bearer {key}\r\n\r\n"));
        var head = new byte[12];
        await socket.ReceiveAsync(head);
        return Encoding.ASCII.GetString(head) == "HTTP/1.1 200" ? socket : throw new InvalidOperationException(Encoding.ASCII.GetString(head));
    }
}
