using System.Diagnostics;
using System.Globalization;
using System.Net;

using CrowdDx.Testing;

using Xunit.Abstractions;

namespace CrowdDx.Gateway.Tests.Processes;

/// <summary>
/// The process is killed again and again while cases are put before 5,000 experts and answered. Nothing that was acknowledged is lost, nothing is there twice.
/// <c>CROWDDX_KILLS</c> says how often (default 20).
/// </summary>
[Collection("Processes")]
public sealed class KillingTests(ITestOutputHelper output)
{
    private const int Experts = 5_000;

    [Fact]
    public async Task Service_WhenKilledAtAnyMoment_LosesAndDoublesNothing()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("CROWDDX_KILLS") ?? "20", CultureInfo.InvariantCulture);
        var plan = KillPlan.Make(kills, Experts - 1, seed: 20);
        await using var gateway = await GatewayProcess.StartAsync();
        var watch = Stopwatch.StartNew();
        var (clients, members) = await PrepareAsync(gateway);
        output.WriteLine($"{Experts} experts opted in after {watch.Elapsed.TotalSeconds:0.0} s.");

        foreach (var round in plan.Rounds)
            await RunAsync(gateway, clients, round);
        await StoredState.WaitForEmptyOutboxAsync(gateway.DatabaseFile);
        output.WriteLine($"{kills} kills, {clients.Acknowledged} requests acknowledged, {clients.Lost} without reply, all done after {watch.Elapsed.TotalSeconds:0.0} s.");

        Assert.Empty(gateway.Complaints);
        Assert.True(clients.Lost > 0, "No request was cut off by a kill.");
        var planned = plan.Rounds.SelectMany(round => round.Cases).ToList();
        var stored = await StoredState.ReadAsync(gateway.DatabaseFile);
        Assert.Equal(clients.Cases.Values.Order(), stored.Cases.Order());
        Assert.Equal(planned.Count, stored.Cases.Count);
        foreach (var one in planned)
            await CheckAsync(one, clients, members, stored);
    }

    private static async Task<(PatientClients Clients, HashSet<Guid> Members)> PrepareAsync(GatewayProcess gateway)
    {
        var op = await gateway.OperatorAsync();
        var network = new { name = "Joints", description = "Swollen and stiff", specialties = new[] { "rheumatology" } };
        var networkId = (Guid)(await op.PostAsync("networks", network).ReadAsync(HttpStatusCode.Created))["id"]!;
        var student = (await gateway.CreateAsync(1, "student"))[0];
        var member = (await gateway.CreateAsync(1, "student", "expert"))[0];
        var experts = await gateway.CreateAsync(Experts - 1, "expert");
        // 5,000 times PUT membership takes longer than all the rest; the one who posts and is a member does it for all.
        await StoredState.OptInAsync(gateway.DatabaseFile, networkId, experts.Select(expert => expert.Id));
        await member.PutAsync($"networks/{networkId}/membership").ExpectAsync(HttpStatusCode.OK);
        return (new(networkId, student, member, experts), [.. experts.Select(expert => expert.Id), member.Id]);
    }

    /// <summary>Two cases and their answers at once, and in the midst of them the kill: after the first POST has left, before the last answer does.</summary>
    private static async Task RunAsync(GatewayProcess gateway, PatientClients clients, KillRound round)
    {
        var before = clients.Acknowledged;
        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = Task.WhenAll(round.Cases.Select(one => clients.RunAsync(one, killed.Task)));
        try
        {
            await Eventually.HoldsAsync(
                () => Task.FromResult(work.IsFaulted || clients.Acknowledged - before >= round.KillAfterReplies), $"{round.KillAfterReplies} replies in round {round.Number}");
            await Task.Delay(round.KillAfter, TimeProvider.System);
            await gateway.KillAsync();
            await gateway.StartAgainAsync();
        }
        finally
        {
            killed.SetResult();
        }
        await work;
    }

    private static async Task CheckAsync(PlannedCase planned, PatientClients clients, HashSet<Guid> members, StoredState stored)
    {
        var caseId = clients.Cases[planned.IdempotencyKey];
        var author = clients.AuthorOf(planned);

        Assert.Equal(1, stored.Waves.Count(wave => wave == caseId));
        var invited = stored.Invitations[caseId].ToList();
        Assert.Equal(planned.IsOfMember ? Experts - 1 : Experts, invited.Count);
        Assert.Equal(members.Where(member => member != author.Id).Order(), invited.Order());

        var expected = planned.Answers.SelectMany(answer => answer.Versions.Select((groups, i) => (Expert: clients.ExpertOf(answer).Id, Version: i + 1, Groups: string.Join(" > ", groups.Select(Sorted)))));
        var kept = stored.Answers[caseId].Select(answer => (Expert: answer.ExpertId, answer.Version, Groups: string.Join(" > ", answer.Phrases.Select(Sorted))));
        Assert.Equal(expected.Order(), kept.Order());

        var board = await Eventually.GetAsync(
            async () => await author.ReadAsync($"cases/{caseId}/differential") is var read && (int)read["answers"]! == planned.Answers.Count ? read : null,
            $"the differential of case {planned.IdempotencyKey}");
        Assert.Equal(stored.Recompute(caseId), Differential.Of(board));
    }

    private static string Sorted(string tied) => string.Join('|', tied.Split('|').Order(StringComparer.Ordinal));
}
