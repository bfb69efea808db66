using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Visibility;

/// <summary>An expert recognises the patient: the case is hidden from experts until a curator has looked.</summary>
[Collection(Stage.Name)]
public sealed class HiddenCaseTests(Stage stage)
{
    [Fact]
    public async Task Case_WhenSomebodyRecognisesThePatient_IsGoneForExpertsUntilReleased()
    {
        var side = await stage.A.WithFreshCaseAsync();
        await side.Blind.PostAsync($"cases/{side.CaseId}/decline", new { reason = "recognisePatient" }).ExpectAsync(HttpStatusCode.OK);

        foreach (var expert in new[] { side.Answered, side.Blind })
        {
            foreach (var path in new[] { "", "/answers", "/answers/mine", "/differential", "/timing", "/events" })
                await expert.GetAsync($"cases/{side.CaseId}{path}").ReadProblemAsync(HttpStatusCode.NotFound, "not-found");
            await expert.PutAsync($"cases/{side.CaseId}/answers/mine", CrowdDxApplication.AnswerBody("Gout")).ReadProblemAsync(HttpStatusCode.NotFound, "not-found");
            await expert.PostAsync($"cases/{side.CaseId}/questions", new { text = "Still there?" }).ReadProblemAsync(HttpStatusCode.NotFound, "not-found");
            Assert.DoesNotContain((await expert.ReadAsync("inbox?state=all&limit=200"))["items"]!.AsArray(), item => (Guid)item!["caseId"]! == side.CaseId);
            Assert.DoesNotContain((await expert.ReadAsync("cases?limit=200"))["items"]!.AsArray(), item => (Guid)item!["id"]! == side.CaseId);
        }
        Assert.True((bool)(await side.Author.ReadAsync($"cases/{side.CaseId}"))["underReview"]!);
        Assert.True((bool)(await side.Curator.ReadAsync($"cases/{side.CaseId}"))["underReview"]!);
        await stage.B.Curator.PostAsync($"cases/{side.CaseId}/release").ReadProblemAsync(HttpStatusCode.NotFound, "not-found");

        await side.Curator.PostAsync($"cases/{side.CaseId}/release").ExpectAsync(HttpStatusCode.NoContent);
        await side.Answered.GetAsync($"cases/{side.CaseId}").ExpectAsync(HttpStatusCode.OK);
        Assert.False((bool)(await side.Author.ReadAsync($"cases/{side.CaseId}"))["underReview"]!);
    }

    [Fact]
    public async Task Case_WhenLeaveForAnswersIsTakenBack_IsTheAuthorsAlone()
    {
        var side = await stage.A.WithFreshCaseAsync();
        await side.Author.DeleteAsync($"cases/{side.CaseId}/permission/answers").ExpectAsync(HttpStatusCode.NoContent);
        await side.Author.GetAsync($"cases/{side.CaseId}").ExpectAsync(HttpStatusCode.OK);
        foreach (var other in new[] { side.Answered, side.Blind, side.Curator })
            await other.GetAsync($"cases/{side.CaseId}").ReadProblemAsync(HttpStatusCode.NotFound, "not-found");
    }
}
