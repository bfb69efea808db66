using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;

using Xunit;

namespace CrowdDx.Testing.Trials;

/// <summary>Clients that send what was not acknowledged again, the same as before, until it is.</summary>
/// <param name="networkId">Where the cases go.</param>
/// <param name="student">Posts every other case.</param>
/// <param name="member">Posts the others, and is a member of the network.</param>
/// <param name="experts">Answer.</param>
/// <param name="mayBeUnavailable">Whether the service may say 503 for a while; else that fails.</param>
public sealed class PatientClients(Guid networkId, Person student, Person member, IReadOnlyList<Person> experts, bool mayBeUnavailable)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, Guid> _cases = new(StringComparer.Ordinal);
    private int _acknowledged;
    private int _lost;

    /// <summary>Acknowledged cases by idempotency key.</summary>
    public IReadOnlyDictionary<string, Guid> Cases => _cases;

    /// <summary>How many requests were acknowledged.</summary>
    public int Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>How many requests got no reply, or were told to come again.</summary>
    public int Lost => Volatile.Read(ref _lost);

    /// <summary>Who posts a case.</summary>
    public Person AuthorOf(PlannedCase planned) => planned.IsOfMember ? member : student;

    /// <summary>Who gives an answer.</summary>
    public Person ExpertOf(PlannedAnswer planned) => experts[planned.Expert];

    /// <summary>Posts a case and gives its answers, eight at a time; the last one only once <paramref name="last"/> is done.</summary>
    public async Task RunAsync(PlannedCase planned, Task last)
    {
        var body = CrowdDxApplication.CaseBody(networkId);
        body["title"] = $"A swollen knee, number {planned.IdempotencyKey}";
        body["patient"] = new JsonObject { ["ageYears"] = 30, ["sex"] = "female" };
        var posted = await AcknowledgedAsync(() => PostAsync(AuthorOf(planned), planned.IdempotencyKey, body));
        var caseId = (Guid)JsonNode.Parse(posted)!["id"]!;
        Assert.Equal(caseId, _cases.GetOrAdd(planned.IdempotencyKey, caseId));

        await Parallel.ForEachAsync(planned.Answers, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (answer, _) =>
        {
            if (answer == planned.Answers[^1])
                await last;
            for (var version = 1; version <= answer.Versions.Count; version++)
            {
                var groups = answer.Versions[version - 1];
                var stored = await AcknowledgedAsync(() => ExpertOf(answer).PutAsync($"cases/{caseId}/answers/mine", CrowdDxApplication.AnswerBody(groups)));
                Assert.Equal(version, (int)JsonNode.Parse(stored)!["version"]!);
            }
        });
    }

    /// <summary>Sends until there is a 200 or 201; a lost connection, and the 404 of an invitation that is still to come, are no reply.</summary>
    private async Task<string> AcknowledgedAsync(Func<Task<HttpResponseMessage>> send)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var last = "no reply";
            try
            {
                using var response = await send();
                last = $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}";
                if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created)
                {
                    Interlocked.Increment(ref _acknowledged);
                    return last[5..];
                }
                Assert.True(response.StatusCode == HttpStatusCode.NotFound || (mayBeUnavailable && response.StatusCode == HttpStatusCode.ServiceUnavailable), last);
                if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
                    Interlocked.Increment(ref _lost);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                Interlocked.Increment(ref _lost);
            }
            Assert.True(waited.Elapsed < Patience, $"Not acknowledged within {Patience.TotalSeconds:0} s; last: {last}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(Person author, string idempotencyKey, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases") { Content = Json.Content(body.ToJsonString()), Headers = { { "Idempotency-Key", idempotencyKey } } };
        return await author.Http.SendAsync(request);
    }
}
