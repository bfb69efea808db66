using System.Net;
using System.Text.Json.Nodes;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Requests;

public sealed class NamingValuesTests(CrowdDxApplication app) : IClassFixture<CrowdDxApplication>
{
    [Theory]
    [InlineData("adult, adolescent")]
    [InlineData("child,infant")]
    [InlineData("Adult")]
    [InlineData("4")]
    [InlineData("")]
    public async Task Case_WhenAnAgeBandIsNoOneName_IsRefused(string ageBand)
    {
        var (student, body) = await CaseAsync();
        body["patient"] = new JsonObject { ["ageBand"] = ageBand, ["sex"] = "male" };

        var problem = await student.PostAsync("cases", body).ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request");

        Assert.NotNull(problem["errors"]!["patient.ageBand"]);
        Assert.Empty((await student.ReadAsync("cases?mine=true"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Outcome_WhenAStatusIsTwoNames_IsRefused()
    {
        var (student, body) = await CaseAsync();
        var caseId = (Guid)(await student.PostAsync("cases", body).ReadAsync(HttpStatusCode.Created))["id"]!;

        var problem = await student.PostAsync($"cases/{caseId}/outcome", new { status = "undiagnosed, lost" }).ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request");

        Assert.NotNull(problem["errors"]!["status"]);
    }

    [Theory]
    [InlineData("secondLook,Late")]
    [InlineData("blind,SecondLook")]
    [InlineData("Blind")]
    [InlineData("1")]
    public async Task Board_WhenAKindIsNoOneName_IsRefused(string board)
    {
        var (student, body) = await CaseAsync();
        var caseId = (Guid)(await student.PostAsync("cases", body).ReadAsync(HttpStatusCode.Created))["id"]!;

        var problem = await student.GetAsync($"cases/{caseId}/differential?board={board}").ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request");

        Assert.NotNull(problem["errors"]!["board"]);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("answers,Teaching")]
    public async Task Permission_WhenAScopeIsNoOneName_IsNotNarrowed(string scope)
    {
        var (student, body) = await CaseAsync();
        var caseId = (Guid)(await student.PostAsync("cases", body).ReadAsync(HttpStatusCode.Created))["id"]!;

        await student.DeleteAsync($"cases/{caseId}/permission/{scope}").ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request");

        Assert.Equal(3, (await student.ReadAsync($"cases/{caseId}"))["permission"]!["scope"]!.AsArray().Count);
    }

    [Fact]
    public async Task Key_WhenAScopeIsNull_IsRefused()
    {
        var student = await app.StudentAsync();

        var problem = await student.PostAsync("me/keys", """{"name":"x","scopes":[null]}""").ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request");

        Assert.NotNull(problem["errors"]!["scopes"]);
    }

    [Fact]
    public async Task Body_WhenItIsNoJsonByItsType_IsRefusedWithThatReason()
    {
        var student = await app.StudentAsync();
        using var text = new StringContent("{}");

        await student.Http.PostAsync("/api/v1/cases", text).ReadProblemAsync(HttpStatusCode.UnsupportedMediaType, "media-type");
    }

    [Fact]
    public async Task Limit_WhenItIsNoNumber_IsNamedAsItIsWritten()
    {
        var student = await app.StudentAsync();

        var problem = await student.GetAsync("cases?limit=many").ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request");

        Assert.NotNull(problem["errors"]!["limit"]);
    }

    [Fact]
    public async Task Page_WhenTheCursorIsWrittenLarge_LinksToOneCursorOnly()
    {
        var network = await app.CreateNetworkAsync();
        var student = await app.StudentAsync();
        for (var i = 0; i < 3; i++)
            await app.SubmitCaseAsync(student, network);
        var first = await student.ReadAsync("cases?limit=1");

        using var second = await student.GetAsync($"cases?limit=1&Cursor={first["next"]}");

        var link = Assert.Single(second.Headers.GetValues("Link"));
        Assert.Equal(link.IndexOf("ursor=", StringComparison.Ordinal), link.LastIndexOf("ursor=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Anonymous_WhenRefused_IsToldHowToSignIn()
    {
        using var anonymous = app.Anonymous();

        using var refused = await anonymous.GetAsync("/api/v1/inbox");

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("Bearer", Assert.Single(refused.Headers.WwwAuthenticate).Scheme);
    }

    private async Task<(Person Student, JsonObject Body)> CaseAsync()
        => (await app.StudentAsync(), CrowdDxApplication.CaseBody(await app.CreateNetworkAsync()));
}
