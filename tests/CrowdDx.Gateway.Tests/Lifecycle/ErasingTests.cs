using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Lifecycle;

/// <summary>A person has the account erased: keys stop, names and words go, and numbers stay where the person agreed.</summary>
public sealed class ErasingTests(CrowdDxApplication app) : IClassFixture<CrowdDxApplication>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Expert_WhenErased_LeavesRanksOnlyWithConsent(bool consent)
    {
        var word = consent ? "quillfarnese" : "quillborgia";
        var scene = await app.SceneAsync(experts: 2);
        var (gone, stays) = (scene.Experts[0], scene.Experts[1]);
        await gone.PutAsync("me/preferences", new { shownName = "realName", researchUse = consent }).ExpectAsync(HttpStatusCode.OK);
        await app.AgreeAsync(scene, [stays], "Tuberculosis");
        var answer = CrowdDxApplication.AnswerBody("Sarcoidosis");
        (answer["rationale"], answer["nextTest"]) = ($"My {word} rule.", $"Test for {word}");
        await gone.PutAsync($"cases/{scene.CaseId}/answers/mine", answer).ExpectAsync(HttpStatusCode.Created);
        await gone.PostAsync($"cases/{scene.CaseId}/questions", new { text = $"What of {word}?" }).ExpectAsync(HttpStatusCode.Created);
        await app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: 2);

        await gone.DeleteAsync("me").ExpectAsync(HttpStatusCode.NoContent);

        await gone.GetAsync("me").ExpectAsync(HttpStatusCode.Unauthorized);
        await Eventually.HoldsAsync(() => Task.FromResult(LiveTables.Holding(app, word).Count == 0), "the words to be gone");
        await Eventually.HoldsAsync(
            () => Task.FromResult(TablesNaming(gone.Id).Order().SequenceEqual(["Accounts.Id"])),
            $"the person to be gone from all but the tombstone, not {string.Join(", ", TablesNaming(gone.Id))}");
        Assert.Empty(LiveTables.Holding(app, $"{gone.Name}@"));
        var board = await app.WaitForDifferentialAsync(scene.Student, scene.CaseId, answers: consent ? 2 : 1);
        Assert.Equal(consent ? ["Sarcoidosis", "Tuberculosis"] : ["Tuberculosis"], CrowdDxApplication.Labels(board).Where(l => l != "Hereditary pancreatitis").Order());
        var names = (await scene.Student.ReadAsync($"cases/{scene.CaseId}/answers"))["items"]!.AsArray().Select(o => (string)o!["expert"]!).Order();
        Assert.Equal(consent ? ["Expert 1", "Expert 2"] : ["Expert 1"], names);
    }

    [Fact]
    public async Task FrozenBoard_WhenAnExpertIsErasedWithoutConsent_KeepsItsNumbers()
    {
        var scene = await app.SceneAsync(experts: 3);
        await app.AgreeAsync(scene, scene.Experts.Take(2), "Sarcoidosis");
        await CrowdDxApplication.CloseAsync(scene.Student, scene.CaseId);
        var frozen = await CrowdDxApplication.BoardAsync(scene.Student, scene.CaseId);

        await scene.Experts[0].DeleteAsync("me").ExpectAsync(HttpStatusCode.NoContent);
        await Eventually.HoldsAsync(
            async () => (await scene.Student.ReadAsync($"cases/{scene.CaseId}/answers"))["items"]!.AsArray().Count == 1, "the answer to be gone");
        await WaitUntilConsumedAsync();

        var board = await CrowdDxApplication.BoardAsync(scene.Student, scene.CaseId);
        Assert.Equal((2, (int)frozen["version"]!), ((int)board["answers"]!, (int)board["version"]!));
        Assert.Equal(2, (double)board["entries"]![0]!["score"]!);
    }

    [Fact]
    public async Task Erasure_WhenItFailsHalfWay_IsFinishedAllTheSame()
    {
        var first = await app.SceneAsync(experts: 1);
        var expert = first.Experts[0];
        var cases = new List<Guid> { first.CaseId };
        for (var i = 0; i < 3; i++)
        {
            cases.Add(await app.SubmitCaseAsync(first.Student, first.NetworkId));
            await app.WaitForInvitationAsync(expert, cases[^1]);
        }
        foreach (var caseId in cases)
        {
            await app.AnswerAsync(expert, caseId, "Sarcoidosis");
            await app.WaitForDifferentialAsync(first.Student, caseId, answers: 1);
        }
        // One of the answers cannot go at first, whichever is tried when.
        LiveTables.Execute(
            app,
            """
            CREATE TABLE Fault (Left INTEGER);
            CREATE TRIGGER Fails BEFORE DELETE ON Answers WHEN (SELECT COUNT(*) FROM Answers) <= (SELECT Left FROM Fault) BEGIN SELECT RAISE(ABORT, 'not now'); END;
            INSERT INTO Fault SELECT COUNT(*) - 2 FROM Answers;
            """);
        await expert.DeleteAsync("me").ExpectAsync(HttpStatusCode.NoContent);
        var op = await app.OperatorAsync();
        await Eventually.HoldsAsync(async () => (await op.ReadAsync("messages"))["items"]!.AsArray().Any(message => (string?)message!["type"] == "AccountErased"), "the fault");
        LiveTables.Execute(app, "DROP TRIGGER Fails; DROP TABLE Fault;");
        await op.PostAsync("messages/replay", new { queue = "erase-experts-answers" }).ExpectAsync(HttpStatusCode.OK);

        foreach (var caseId in cases)
            await app.WaitForDifferentialAsync(first.Student, caseId, answers: 0);
        Assert.DoesNotContain(TablesNaming(expert.Id), column => column.StartsWith("Answers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Author_WhenErased_HasTheCasesWithdrawn()
    {
        var scene = await app.SceneAsync(experts: 1);
        var second = await app.SubmitCaseAsync(scene.Student, scene.NetworkId);
        await app.WaitForInvitationAsync(scene.Experts[0], second);

        await scene.Student.DeleteAsync("me").ExpectAsync(HttpStatusCode.NoContent);

        foreach (var caseId in new[] { scene.CaseId, second })
        {
            await Eventually.HoldsAsync(
                async () => (await scene.Experts[0].GetAsync($"cases/{caseId}")).StatusCode == HttpStatusCode.NotFound, "the case to be withdrawn");
        }
        Assert.Empty(await CrowdDxApplication.InboxAsync(scene.Experts[0], "all"));
        await scene.Student.PostAsync("cases", CrowdDxApplication.CaseBody(scene.NetworkId)).ExpectAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task AuditTrail_WhenAPersonIsErased_StillVerifies()
    {
        var scene = await app.SceneAsync(experts: 1);
        await CrowdDxApplication.CloseAsync(scene.Student, scene.CaseId);
        await scene.Student.DeleteAsync("me").ExpectAsync(HttpStatusCode.NoContent);

        await Eventually.HoldsAsync(
            () => Task.FromResult(AuditTrail.Read(app).Exists(e => e is { Action: "account.erase", Sequence: not null } && e.Subject == scene.Student.Id)), "the seal");

        var sealedEntries = AuditTrail.Read(app).Where(e => e.Sequence is not null).ToList();
        Assert.Contains(sealedEntries, e => e.Action == "case.close" && e.Actor == scene.Student.Id);
        Assert.True(AuditTrail.Verifies(sealedEntries));
        Assert.False(AuditTrail.Verifies([.. sealedEntries.Where(e => e.Sequence != 1)]));
    }

    private Task WaitUntilConsumedAsync()
        => Eventually.HoldsAsync(() => Task.FromResult(LiveTables.Read(app, "SELECT COUNT(*) FROM OutboxMessages", row => row.GetInt64(0))[0] == 0), "an empty outbox");

    // Audit trail and outbox hold ids, preferences the bare consent, and questions whose text is gone an id.
    private List<string> TablesNaming(Guid id)
        => [.. LiveTables.Holding(app, id.ToString()).Distinct().Where(column => column.Split('.')[0] is not ("AuditEntries" or "OutboxMessages" or "ExpertPreferences" or "CaseQuestions"))];
}
