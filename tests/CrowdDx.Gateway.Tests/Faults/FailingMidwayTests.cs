using System.Net;
using System.Text.Json.Nodes;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Cases;
using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Faults;

/// <summary>Consumers of several steps, of which a later one fails once.</summary>
public sealed class FailingMidwayTests
{
    [Fact]
    public async Task ErasedAuthor_WhenWithdrawingTheSecondCaseFails_HasAllCasesWithdrawn()
    {
        await using var app = Failing(on: 2, entry => entry is { State: EntityState.Modified, Entity: ClinicalCase { Status: CaseStatus.Withdrawn } });
        var network = await app.CreateNetworkAsync();
        var student = await app.StudentAsync();
        var cases = new List<Guid>();
        for (var i = 0; i < 3; i++)
            cases.Add(await app.SubmitCaseAsync(student, network));

        await student.DeleteAsync("me").ExpectAsync(HttpStatusCode.NoContent);

        foreach (var caseId in cases)
            await Eventually.HoldsAsync(async () => (string?)(await AsOperatorAsync(app, caseId))["status"] == "withdrawn", $"the withdrawal of {caseId}");
    }

    [Fact]
    public async Task ErasedExpert_WhenErasingTheSecondAnswerFails_IsInNoBoard()
    {
        await using var app = Failing(on: 2, entry => entry is { State: EntityState.Deleted, Entity: Answer });
        var first = await app.SceneAsync(experts: 1);
        var second = await app.SubmitCaseAsync(first.Student, first.NetworkId);
        await app.WaitForInvitationAsync(first.Experts[0], second);
        foreach (var caseId in new[] { first.CaseId, second })
        {
            await app.AnswerAsync(first.Experts[0], caseId, "Gout");
            await app.WaitForDifferentialAsync(first.Student, caseId, answers: 1);
        }

        await first.Experts[0].DeleteAsync("me").ExpectAsync(HttpStatusCode.NoContent);

        foreach (var caseId in new[] { first.CaseId, second })
        {
            await app.WaitForDifferentialAsync(first.Student, caseId, answers: 0);
            Assert.Empty((await first.Student.ReadAsync($"cases/{caseId}/answers"))["items"]!.AsArray());
        }
    }

    [Fact]
    public async Task Outcome_WhenWritingTheTrackRecordFails_ReachesTheExpertAllTheSame()
    {
        await using var app = Failing(on: 1, entry => entry is { State: EntityState.Added, Entity: TrackRecord });
        var scene = await app.SceneAsync(experts: 1);
        await app.AnswerAsync(scene.Experts[0], scene.CaseId, "Gout");

        await scene.Student.PostAsync($"cases/{scene.CaseId}/outcome", Outcome("confirmed", "Gout")).ExpectAsync(HttpStatusCode.Created);
        await WaitForRecordAsync(scene, cases: 1);

        await scene.Student.PostAsync($"cases/{scene.CaseId}/outcome", Outcome("undiagnosed")).ExpectAsync(HttpStatusCode.Created);
        await WaitForRecordAsync(scene, cases: 0);
    }

    private static object Outcome(string status, params string[] diagnoses)
        => new { status, basis = diagnoses.Length == 0 ? null : "course", diagnoses = diagnoses.Select(text => new { text }).ToArray() };

    private static Task WaitForRecordAsync(Scene scene, int cases)
        => Eventually.HoldsAsync(async () => (int)(await scene.Experts[0].ReadAsync("me/record"))["cases"]! == cases, $"a record of {cases} cases");

    private static async Task<JsonNode> AsOperatorAsync(CrowdDxApplication app, Guid caseId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/cases/{caseId}");
        request.Headers.Add("Audit-Reason", "Looking whether it is gone");
        return await (await app.OperatorAsync()).Http.SendAsync(request).ReadAsync(HttpStatusCode.OK);
    }

    private static CrowdDxApplication Failing(int on, Func<EntityEntry, bool> when)
    {
        var fault = new FailingSave(on, when);
        return new CrowdDxApplication().With(services => services.ConfigureDbContext<CrowdDxDbContext>(context => context.AddInterceptors(fault)));
    }

    /// <summary>Fails the n-th save that holds such an entry.</summary>
    private sealed class FailingSave(int on, Func<EntityEntry, bool> when) : SaveChangesInterceptor
    {
        private int _seen;

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
            => eventData.Context!.ChangeTracker.Entries().Any(when) && Interlocked.Increment(ref _seen) == on
                ? throw new InvalidOperationException("The disk is on fire.")
                : ValueTask.FromResult(result);
    }
}
