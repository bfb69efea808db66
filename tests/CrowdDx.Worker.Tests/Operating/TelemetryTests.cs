using System.Net;

using CrowdDx.Testing;
using CrowdDx.Testing.Deployments;
using CrowdDx.Testing.Telemetry;

namespace CrowdDx.Worker.Tests.Operating;

/// <summary>What a collector is sent of a case's whole way: one trace through every process, the service's own measures, and nothing that anybody wrote.</summary>
[Collection("Deployments")]
public sealed class TelemetryTests
{
    private const string Marker = "xanthogranulomatous";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [DeploymentFact]
    public async Task Collector_OfACaseAnsweredOverProcesses_GetsTracesAndMeasuresWithoutText()
    {
        await using var collector = await Collector.StartAsync();
        await using var deployment = await Deployment.StartAsync(new()
        {
            Gateways = 1,
            WorkersOfEach = 1,
            Configuration = [$"Telemetry:OtlpEndpoint={collector.Url}", "Telemetry:MetricInterval=00:00:01"],
        });
        var op = await deployment.OperatorAsync();
        var network = (Guid)(await op.PostAsync("networks", new { name = Marker, description = Marker, specialties = new[] { "general" } }).ReadAsync(HttpStatusCode.Created))["id"]!;
        var (student, expert) = ((await deployment.CreateAsync(1, "student"))[0], (await deployment.CreateAsync(1, "expert"))[0]);
        await expert.PutAsync($"networks/{network}/membership").ExpectAsync(HttpStatusCode.OK);
        var body = CrowdDxApplication.CaseBody(network);
        (body["title"], body["presentation"]) = ($"A {Marker} case", $"It looks {Marker}.");
        var caseId = (Guid)(await student.PostAsync("cases", body).ReadAsync(HttpStatusCode.Created))["id"]!;
        await Eventually.HoldsAsync(async () => (await expert.ReadAsync("inbox"))["items"]!.AsArray().Count == 1, "the invitation");
        await expert.PutAsync($"cases/{caseId}/answers/mine", CrowdDxApplication.AnswerBody($"{Marker} pyelonephritis")).ExpectAsync(HttpStatusCode.Created);
        await Eventually.HoldsAsync(async () => (int)(await student.ReadAsync($"cases/{caseId}/differential"))["answers"]! == 1, "the board");
        await expert.GetAsync($"diagnoses?q={Marker}").ExpectAsync(HttpStatusCode.OK);
        await expert.GetAsync($"diagnoses/{Marker}").ExpectAsync(HttpStatusCode.NotFound);
        await student.PostAsync("cases", $$"""{"{{Marker}}": 1}""").ExpectAsync(HttpStatusCode.BadRequest);

        await Eventually.HoldsAsync(() => Task.FromResult(IsOneTrace(collector.Spans)), "a trace from the gateway's request to a worker's statement", Patience);
        string[] measures = ["crowddx.fanout.duration", "crowddx.outbox.lag", "crowddx.outbox.messages", "crowddx.queue.age", "crowddx.answer.first", "crowddx.board.latency"];
        await Eventually.HoldsAsync(() => Task.FromResult(collector.Instruments.IsSupersetOf(measures)), "every measure", Patience);

        var token = deployment.Gateways[0].Output.Single(line => line.Contains("token=", StringComparison.Ordinal)).Split("token=")[1];
        foreach (var secret in (string[])[Marker, token, op.Key, student.Key, expert.Key, op.Key.Split('_')[^1], "a long enough password", "@example.org"])
            Assert.DoesNotContain(collector.Texts, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a worker's statement is a child, over any number of spans, of the request by which the case was posted.</summary>
    private static bool IsOneTrace(IReadOnlyList<ReceivedSpan> spans)
    {
        var byId = spans.ToDictionary(span => (span.TraceId, span.Id));
        return spans.Where(span => span is { Service: "CrowdDx.Worker", Scope: "Npgsql" })
            .Any(statement => Ancestors(statement).ToList() is { Count: > 0 } ancestors
                && ancestors[^1] is { Service: "CrowdDx.Gateway", ParentId: "", Name: "POST /api/v1/cases/" }
                && ancestors.Select(span => span.Scope).ToHashSet(StringComparer.Ordinal).IsSupersetOf(["CrowdDx", "MassTransit", "Microsoft.AspNetCore"]));

        IEnumerable<ReceivedSpan> Ancestors(ReceivedSpan span)
        {
            while (byId.TryGetValue((span.TraceId, span.ParentId), out var parent))
                yield return span = parent;
        }
    }
}
