using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Scenes;

/// <summary>
/// A case of a student before two experts of an open network, of whom one has answered and asked, with an outcome; and an invite-only network of the same curator.
/// </summary>
public sealed record Side(
    CrowdDxApplication App, Person Author, Person Answered, Person Blind, Person Curator, Guid Network, Guid InviteOnly, Guid CaseId, Guid QuestionId)
{
    public static async Task<Side> CreateAsync(CrowdDxApplication app)
    {
        var curator = await app.CuratorAsync();
        var network = await app.CreateNetworkAsync(curator);
        var inviteOnly = await app.CreateNetworkAsync(curator, "inviteOnly");
        var experts = await app.ExpertsAsync(2);
        foreach (var expert in experts)
        {
            await app.JoinAsync(expert, network);
            await curator.PostAsync($"networks/{inviteOnly}/members/{expert.Id}/verify").ExpectAsync(HttpStatusCode.OK);
        }
        return await new Side(app, await app.StudentAsync(), experts[0], experts[1], curator, network, inviteOnly, Guid.Empty, Guid.Empty).WithFreshCaseAsync();
    }

    /// <summary>The same people around another case.</summary>
    public async Task<Side> WithFreshCaseAsync()
    {
        var caseId = await App.SubmitCaseAsync(Author, Network);
        await App.WaitForInvitationAsync(Answered, caseId);
        await App.WaitForInvitationAsync(Blind, caseId);
        await App.AnswerAsync(Answered, caseId, "Hereditary pancreatitis");
        var asked = await Answered.PostAsync($"cases/{caseId}/questions", new { text = "Any relatives with the same?" }).ReadAsync(HttpStatusCode.Created);
        await Author.PostAsync($"cases/{caseId}/outcome", new { status = "undiagnosed" }).ExpectAsync(HttpStatusCode.Created);
        return this with { CaseId = caseId, QuestionId = (Guid)asked["id"]! };
    }
}
