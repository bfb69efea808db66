using System.Net;

using CrowdDx.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CrowdDx.Testing.Trials;

/// <summary>
/// Cases put before a network and answered while something breaks; afterwards nothing that was acknowledged is lost, nothing is there twice, and each
/// differential is the one that the stored answers give.
/// </summary>
public sealed class Trial
{
    private readonly IRunningService _service;
    private readonly IReadOnlySet<Guid> _members;

    private Trial(IRunningService service, PatientClients clients, IReadOnlySet<Guid> members) => (_service, Clients, _members) = (service, clients, members);

    /// <summary>Who posts and answers.</summary>
    public PatientClients Clients { get; }

    /// <summary>Makes a network of so many members.</summary>
    /// <param name="service">The service under trial.</param>
    /// <param name="experts">Members, the one who also posts among them.</param>
    /// <param name="mayBeUnavailable">Whether the service may answer 503 for a while.</param>
    public static async Task<Trial> PrepareAsync(IRunningService service, int experts, bool mayBeUnavailable = false)
    {
        var op = await service.OperatorAsync();
        var network = new { name = "Joints", description = "Swollen and stiff", specialties = new[] { "rheumatology" } };
        var networkId = (Guid)(await op.PostAsync("networks", network).ReadAsync(HttpStatusCode.Created))["id"]!;
        var student = (await service.CreateAsync(1, "student"))[0];
        var member = (await service.CreateAsync(1, "student", "expert"))[0];
        var others = await service.CreateAsync(experts - 1, "expert");
        // A PUT for each takes longer than all the rest; the one who posts and is a member does it for all.
        await using (var db = service.OpenDatabase())
            await StoredState.OptInAsync(db, networkId, others.Select(expert => expert.Id));
        await member.PutAsync($"networks/{networkId}/membership").ExpectAsync(HttpStatusCode.OK);
        return new(service, new(networkId, student, member, others, mayBeUnavailable), new HashSet<Guid>([.. others.Select(expert => expert.Id), member.Id]));
    }

    /// <summary>Two cases and their answers at once, and in the midst of them the fault: after the first POST has left, before the last answer does.</summary>
    public async Task RunAsync(TrialRound round, Func<Task> fault)
    {
        var before = Clients.Acknowledged;
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = Task.WhenAll(round.Cases.Select(one => Clients.RunAsync(one, over.Task)));
        try
        {
            await Eventually.HoldsAsync(
                () => Task.FromResult(work.IsFaulted || Clients.Acknowledged - before >= round.FaultAfterReplies), $"{round.FaultAfterReplies} replies in round {round.Number}",
                TimeSpan.FromMinutes(1));
            await Task.Delay(round.FaultAfter, TimeProvider.System);
            await fault();
        }
        finally
        {
            over.SetResult();
        }
        await work;
    }

    /// <summary>Waits until all is done, and compares what is stored, and what is shown, with what was acknowledged.</summary>
    public async Task CheckAsync(TrialPlan plan)
    {
        await Eventually.HoldsAsync(() => InDatabaseAsync(async db => !await db.OutboxMessages.AnyAsync()), "an empty outbox", TimeSpan.FromMinutes(2));
        var planned = plan.Rounds.SelectMany(round => round.Cases).ToList();
        await Eventually.HoldsAsync(() => InDatabaseAsync(async db => await db.Invitations.CountAsync() >= planned.Sum(InvitationsOf)), "all invitations", TimeSpan.FromMinutes(2));
        var stored = await InDatabaseAsync(StoredState.ReadAsync);
        Assert.Equal(planned.Count, stored.Cases.Count);
        Assert.Equal(Clients.Cases.Values.Order(), stored.Cases.Order());
        foreach (var one in planned)
            await CheckAsync(one, stored);
    }

    private async Task CheckAsync(PlannedCase planned, StoredState stored)
    {
        var caseId = Clients.Cases[planned.IdempotencyKey];
        var author = Clients.AuthorOf(planned);

        Assert.Equal(1, stored.Waves.Count(wave => wave == caseId));
        var invited = stored.Invitations[caseId].ToList();
        Assert.Equal(InvitationsOf(planned), invited.Count);
        Assert.Equal(_members.Where(member => member != author.Id).Order(), invited.Order());

        var expected = planned.Answers.SelectMany(answer => answer.Versions.Select((groups, i) => (Expert: Clients.ExpertOf(answer).Id, Version: i + 1, Groups: Text(groups))));
        var kept = stored.Answers[caseId].Select(answer => (Expert: answer.ExpertId, answer.Version, Groups: Text(answer.Phrases)));
        Assert.Equal(expected.Order(), kept.Order());

        await Eventually.EqualsAsync(stored.Recompute(caseId), async () => Differential.Of(await author.ReadAsync($"cases/{caseId}/differential")));
    }

    private int InvitationsOf(PlannedCase planned) => planned.IsOfMember ? _members.Count - 1 : _members.Count;

    private static string Text(IEnumerable<string> groups)
        => string.Join(" > ", groups.Select(tied => string.Join('|', tied.Split('|').Order(StringComparer.Ordinal))));

    private async Task<T> InDatabaseAsync<T>(Func<CrowdDxDbContext, Task<T>> look)
    {
        await using var db = _service.OpenDatabase();
        return await look(db);
    }
}
