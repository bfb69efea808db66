using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

using CrowdDx.Testing;

using Xunit.Abstractions;

namespace CrowdDx.Gateway.Tests.Live;

/// <summary>A thousand viewers open streams and never read. They cost the others nothing, and are cut off.</summary>
[Collection("Processes")]
public sealed class NeverReadingTests(ITestOutputHelper output)
{
    private const int Sleepers = 1_000;
    private const int Experts = 120;
    private const int SmallestBuffer = 1_024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Viewers_WhoNeverRead_AreDroppedAndHarmNobody()
    {
        await using var gateway = await GatewayProcess.StartAsync("Live:StreamsPerAccount=5000", "Live:WriteTimeout=00:00:05");
        var (student, experts, caseId) = await SceneAsync(gateway);
        await using var awake = await EventStream.OpenAsync(student, caseId);
        var (megabytes, files) = (gateway.Megabytes, gateway.OpenFiles);
        var sleepers = await Task.WhenAll(Enumerable.Range(0, Sleepers).Select(_ => FallAsleepAsync(gateway.Url, student.Key, caseId)));

        // Boards grow with each answer; what a sleeper's connection holds is full sooner or later, and then it has seconds.
        var slowest = TimeSpan.Zero;
        for (var answer = 1; answer <= Experts; answer++)
        {
            var sent = Stopwatch.StartNew();
            await experts[answer - 1].PutAsync($"cases/{caseId}/answers/mine", CrowdDxApplication.AnswerBody(Phrases(answer))).ExpectAsync(HttpStatusCode.Created);
            await awake.NextStateAsync($"{answer} answers", state => (int?)state.Board?["answers"] == answer);
            slowest = sent.Elapsed > slowest ? sent.Elapsed : slowest;
        }
        var held = gateway.OpenFiles - files;
        // Their kernel may take no goodbye either, so the gateway is asked: it holds hardly more connections than before.
        await Eventually.HoldsAsync(() => Task.FromResult(gateway.OpenFiles - files < Sleepers / 10), "the sleepers to be cut off", Patience);

        output.WriteLine($"Slowest answer to event {slowest.TotalMilliseconds:0} ms, with {held} held after the last; {megabytes:0} MB before, {gateway.Megabytes:0} MB after.");
        Assert.InRange(slowest, TimeSpan.Zero, Prompt);
        foreach (var sleeper in sleepers)
            sleeper.Dispose();
    }

    private static async Task<(Person Student, IReadOnlyList<Person> Experts, Guid CaseId)> SceneAsync(GatewayProcess gateway)
    {
        var op = await gateway.OperatorAsync();
        var network = new { name = "Pancreas", description = "Upper abdomen", specialties = new[] { "gastroenterology" } };
        var networkId = (Guid)(await op.PostAsync("networks", network).ReadAsync(HttpStatusCode.Created))["id"]!;
        var student = (await gateway.CreateAsync(1, "student"))[0];
        var experts = await gateway.CreateAsync(Experts, "expert");
        await Parallel.ForEachAsync(experts, async (expert, _) => await expert.PutAsync($"networks/{networkId}/membership").ExpectAsync(HttpStatusCode.OK));
        var caseId = (Guid)(await student.PostAsync("cases", CrowdDxApplication.CaseBody(networkId)).ReadAsync(HttpStatusCode.Created))["id"]!;
        await Eventually.HoldsAsync(async () => (await experts[^1].GetAsync($"cases/{caseId}")).IsSuccessStatusCode, "the invitation");
        return (student, experts, caseId);
    }

    private static async Task<Socket> FallAsleepAsync(string url, string key, Guid caseId)
    {
        var at = new Uri(url);
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = SmallestBuffer };
        await socket.ConnectAsync(at.Host, at.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET /api/v1/cases/{caseId}/events HTTP/1.1\r\nHost: {at.Authority}\r\nAccept: text/event-stream\r\nAuthorization: Bearer {key}\r\n\r\n"));
        return socket;
    }

    private static string[] Phrases(int answer) => [.. Enumerable.Range(0, 5).Select(i => $"A rare disease of the pancreas, number {answer} {i}, with a long name that fills the board and the wire")];
}
