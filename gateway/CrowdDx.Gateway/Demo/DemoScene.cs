using CrowdDx.Accounts.Keys;
using CrowdDx.Accounts.People;
using CrowdDx.Aggregation.Answering;
using CrowdDx.Cases.Submission;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;
using CrowdDx.FanOut.Inbox;
using CrowdDx.FanOut.Members;
using CrowdDx.FanOut.Networks;
using CrowdDx.FanOut.Preferences;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CrowdDx.Gateway.Demo;

/// <summary>
/// Sets the scene of the demonstration through the same operations that the pages call: people, a network, the case of the seed story. Then
/// simulated experts answer over two minutes, so that the board moves while one watches.
/// </summary>
internal sealed class DemoScene(IServiceScopeFactory scopes, DemoLinks links, IServer server, IHostApplicationLifetime lifetime, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(8);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        var people = await CreatePeopleAsync(stoppingToken);
        var network = await CreateNetworkAsync(people.Curator.Id, stoppingToken);
        foreach (var expert in people.Simulated.Append(people.Expert))
            await DoAsync<JoinNetwork, Reply<MembershipView>>(join => join.SetAsync(expert.Id, network, new(), stoppingToken));
        var caseId = await PostCaseAsync(people.Student.Id, network, stoppingToken);
        Print(people, network, caseId);

        await Task.Delay(FirstPause, clock, stoppingToken);
        foreach (var (expert, answer) in people.Simulated.Zip(DemoAnswers.All))
        {
            await AnswerAsync(expert.Id, caseId, answer, stoppingToken);
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task<Cast> CreatePeopleAsync(CancellationToken cancellationToken)
    {
        string[] studentScopes = [Scopes.Cases];
        string[] expertScopes = [Scopes.Answers, Scopes.Networks];
        List<NewAccount> accounts =
        [
            new("student@demo.invalid", "Demo student", [AccountRoles.Student], Key: new ApiKeyRequest("demo", studentScopes)),
            new("expert@demo.invalid", "Demo expert", [AccountRoles.Expert], Key: new ApiKeyRequest("demo", expertScopes)),
            new("curator@demo.invalid", "Demo curator", [AccountRoles.Curator]),
            .. Enumerable.Range(1, DemoAnswers.All.Count).Select(n => new NewAccount($"simulated{n}@demo.invalid", $"Simulated expert {n}", [AccountRoles.Expert])),
        ];
        var created = (await DoAsync<CreateAccounts, Reply<CreatedAccounts>>(create => create.RunSimulatedAsync(new(accounts), cancellationToken))).Value!.Accounts;
        foreach (var simulated in created.Skip(3))
            await DoAsync<ChangePreferences, Reply<PreferencesView>>(change => change.ReplaceAsync(simulated.Id, new("UTC", ShownName.RealName, false), cancellationToken));
        return new(created[0], created[1], created[2], [.. created.Skip(3)]);
    }

    private async Task<Guid> CreateNetworkAsync(Guid curatorId, CancellationToken cancellationToken)
    {
        var curator = new Caller(curatorId, AccountRoles.Curator, Scopes.Of(AccountRoles.Curator).ToHashSet());
        var request = new NetworkRequest(
            "Demonstration network", "Gastroenterology, for trying CrowdDx out. Its experts are simulated, but for you.", "Be kind, be brief, say how sure you are.",
            ["gastroenterology", "paediatrics"], ["en"]);
        return (await DoAsync<EditNetwork, Reply<NetworkView>>(edit => edit.CreateAsync(curator, request, cancellationToken))).Value!.Id;
    }

    private async Task<Guid> PostCaseAsync(Guid studentId, Guid network, CancellationToken cancellationToken)
    {
        var request = new CaseRequest(
            "16-year-old boy with acute pancreatitis, for the sixth time. Any ideas?",
            new(16, null, Sex.Male),
            "Epigastric pain radiating to the back, vomiting, lipase ten times the upper limit. Sixth attack in three years; well in between.",
            "No alcohol, no medicines, no injury. No relative with pancreatitis.",
            "Tender epigastrium, no peritonism. Afebrile, stable.",
            "Transaminases three times normal on the first day, normal on the third. Triglycerides and calcium normal. Ultrasound between attacks: no stones seen.",
            "What would you look for next?",
            ["gastroenterology", "paediatrics"], "en", [network], AnswerWanted.Today,
            new(PermissionBasis.Fictitious, [PermissionScope.Answers, PermissionScope.Teaching]));
        return (await DoAsync<SubmitCase, Reply<SubmittedCase>>(submit => submit.RunAsync(studentId, request, idempotencyKey: null, cancellationToken))).Value!.CaseId;
    }

    private async Task AnswerAsync(Guid expertId, Guid caseId, AnswerRequest answer, CancellationToken cancellationToken)
    {
        var expert = new Caller(expertId, AccountRoles.Expert, Scopes.Of(AccountRoles.Expert).ToHashSet());
        while (!await DoAsync<ReadInbox, bool>(async inbox => (await inbox.RunAsync(expertId, InboxState.All, new(null, null), cancellationToken)).Value!.Items.Any(i => i.CaseId == caseId)))
            await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellationToken);
        await DoAsync<AnswerCase, Reply<StoredAnswer>>(put => put.RunAsync(expert, caseId, answer, cancellationToken));
    }

    private void Print(Cast people, Guid network, Guid caseId)
    {
        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Console.Out.WriteLine(
            $"""

            CrowdDx demonstration, on {address}. Everything in it is made up and ends with this process.
            A student has posted a case. The first simulated expert answers it in {FirstPause.TotalSeconds:0} seconds, the last in two minutes; watch the board move.
            Each link signs in once. To be several people at once, open the second one in a private window.

              Student, watching the board move:  {address}{links.Make(people.Student.Id, "student", $"/cases/{caseId}")}
              Expert, asked and still blind:     {address}{links.Make(people.Expert.Id, "expert", "/inbox")}
              Curator of the network:            {address}{links.Make(people.Curator.Id, "curator", $"/networks/{network}")}

            From a shell, as the student and as the expert:
              curl -s {address}/api/v1/cases/{caseId}/differential -H 'Authorization: Bearer {people.Student.Key}'
              curl -s {address}/api/v1/inbox -H 'Authorization: Bearer {people.Expert.Key}'

            Ctrl+C ends it.

            """);
    }

    private async Task<TResult> DoAsync<TOperation, TResult>(Func<TOperation, Task<TResult>> work) where TOperation : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TOperation>());
    }

    private sealed record Cast(CreatedAccount Student, CreatedAccount Expert, CreatedAccount Curator, IReadOnlyList<CreatedAccount> Simulated);
}
