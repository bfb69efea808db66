using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Testing;

namespace CrowdDx.Browser.Tests.Stage;

/// <summary>A network with its people.</summary>
internal sealed record Cast(Guid NetworkId, string NetworkName, Actor Curator, Actor Student, IReadOnlyList<Actor> Experts)
{
    /// <summary>A case of the student before all of the experts.</summary>
    public async Task<Guid> PostCaseAsync(JsonObject? body = null)
    {
        var posted = await Student.Person.PostAsync("cases", body ?? CrowdDxApplication.CaseBody(NetworkId)).ReadAsync(HttpStatusCode.Created);
        var caseId = (Guid)posted["id"]!;
        foreach (var expert in Experts)
        {
            await Eventually.HoldsAsync(
                async () => (await expert.Person.ReadAsync("inbox?state=all"))["items"]!.AsArray().Any(item => (Guid)item!["caseId"]! == caseId), $"the invitation of {expert.Name}");
        }
        return caseId;
    }

    /// <summary>Answers through the API; tied diagnoses are separated by a bar.</summary>
    public static Task AnswerAsync(Actor expert, Guid caseId, params string[] groups)
        => expert.Person.PutAsync($"cases/{caseId}/answers/mine", CrowdDxApplication.AnswerBody(groups)).ExpectAsync(HttpStatusCode.Created);
}
