using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Visibility;

/// <summary>A key does what its scopes say, as far as its holder may and as long as it is good.</summary>
[Collection(Stage.Name)]
public sealed class KeyScopesTests(Stage stage)
{
    [Theory]
    [InlineData("cases", "cases/screen,cases")]
    [InlineData("answers", "inbox,me/preferences,cases")]
    [InlineData("networks", "networks,cases")]
    [InlineData("research.read", "")]
    public async Task Key_OfSomebodyWithEveryRole_OpensItsScopeOnly(string scope, string opened)
    {
        var all = (await stage.App.CreateAsync(1, "student", "expert", "curator", "researcher", "operator"))[0];
        using var http = await WithKeyAsync(all, scope);
        var tries = new Dictionary<string, Func<Task<HttpResponseMessage>>>(StringComparer.Ordinal)
        {
            ["cases/screen"] = () => http.PostJsonAsync("/api/v1/cases/screen", new { title = "A swollen knee" }),
            ["cases"] = () => http.GetAsync("/api/v1/cases"),
            ["inbox"] = () => http.GetAsync("/api/v1/inbox"),
            ["me/preferences"] = () => http.GetAsync("/api/v1/me/preferences"),
            ["networks"] = () => http.PostJsonAsync("/api/v1/networks", new { name = $"By {scope}", description = "One.", specialties = new[] { "general" } }),
            ["accounts"] = () => http.PostJsonAsync("/api/v1/accounts", new { accounts = new[] { new { email = $"{scope}@example.org", displayName = "X", roles = new[] { "student" } } } }),
        };
        foreach (var (name, send) in tries)
        {
            if (opened.Split(',').Contains(name))
                Assert.True((await send()).IsSuccessStatusCode, $"{scope} does not open {name}");
            else
                await send().ReadProblemAsync(HttpStatusCode.Forbidden, "role-needed");
        }
    }

    [Fact]
    public async Task Key_ForCasesOfAnOperator_DoesNotReadForeignCasesWithAReason()
    {
        var person = (await stage.App.CreateAsync(1, "student", "operator"))[0];
        using var http = await WithKeyAsync(person, "cases");
        http.DefaultRequestHeaders.Add("Audit-Reason", "Curiosity.");
        await http.GetAsync($"/api/v1/cases/{stage.A.CaseId}").ReadProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Key_ForNetworksOfAnExpert_DoesNotReadTheCasesThatTheExpertIsInvitedTo()
    {
        using var http = await WithKeyAsync(stage.A.Answered, "networks");
        foreach (var path in new[] { "", "/differential", "/answers", "/timing", "/events" })
            await http.GetAsync($"/api/v1/cases/{stage.A.CaseId}{path}").ReadProblemAsync(HttpStatusCode.NotFound, "not-found");
        Assert.Empty((await http.GetAsync("/api/v1/cases").ReadAsync(HttpStatusCode.OK))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("""["operate"]""")]
    [InlineData("""["cases", "answers"]""")]
    [InlineData("""["nonsense"]""")]
    [InlineData("""["CASES"]""")]
    [InlineData("""["cases cases"]""")]
    [InlineData("""[null]""")]
    [InlineData("""["cases", null]""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    public async Task Key_OfScopesThatTheCallerLacks_IsNotMade(string scopes)
    {
        var student = stage.A.Author;
        var before = (await student.ReadAsync("me/keys")).AsArray().Count;
        var problem = await student.PostAsync("me/keys", $$"""{"name": "more", "scopes": {{scopes}}}""").ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
        Assert.NotNull(problem["errors"]!["scopes"]);
        Assert.Equal(before, (await student.ReadAsync("me/keys")).AsArray().Count);
    }

    [Fact]
    public async Task Key_WithFewerScopesThanItsHolder_CannotMakeOneWithMore()
    {
        var person = (await stage.App.CreateAsync(1, "student", "expert"))[0];
        using var http = await WithKeyAsync(person, "cases");
        await http.PostJsonAsync("/api/v1/me/keys", new { name = "more", scopes = new[] { "answers" } }).ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
    }

    [Fact]
    public async Task Key_WhenRevoked_IsRefused()
    {
        var person = await stage.App.StudentAsync();
        var made = await MakeAsync(person, "cases", expiresAt: null);
        using var http = Bearing((string)made["key"]!);
        await http.GetAsync("/api/v1/me").ExpectAsync(HttpStatusCode.OK);
        await person.DeleteAsync($"me/keys/{made["id"]}").ExpectAsync(HttpStatusCode.NoContent);
        await http.GetAsync("/api/v1/me").ReadProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
        await person.DeleteAsync($"me/keys/{made["id"]}").ReadProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Key_WhenExpired_IsRefused()
    {
        var soon = TimeProvider.System.GetUtcNow().AddSeconds(1);
        var made = await MakeAsync(await stage.App.StudentAsync(), "cases", soon);
        using var http = Bearing((string)made["key"]!);
        await Eventually.HoldsAsync(async () => (await http.GetAsync("/api/v1/me")).StatusCode == HttpStatusCode.Unauthorized, "the key's end");
        Assert.True(TimeProvider.System.GetUtcNow() >= soon);
    }

    [Fact]
    public async Task Keys_OfAnErasedPerson_AreRefused()
    {
        var person = await stage.App.StudentAsync();
        using var other = await WithKeyAsync(person, "cases");
        await person.DeleteAsync("me").ExpectAsync(HttpStatusCode.NoContent);
        await person.GetAsync("me").ReadProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
        await other.GetAsync("/api/v1/cases").ReadProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer cdx_")]
    [InlineData("Bearer cdx_0123456789abcdef0123456789abcdef_0123456789012345678901234567890123456789012")]
    [InlineData("Basic b3BlcmF0b3I6eA==")]
    [InlineData("Bearer \u00e9")]
    public async Task Credential_ThatIsNone_IsRefused(string header)
    {
        using var http = stage.App.Anonymous();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        await http.GetAsync("/api/v1/me").ReadProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
    }

    [Fact]
    public async Task Key_WithAnotherSecret_IsRefused()
    {
        var key = stage.A.Author.Key;
        using var http = Bearing(key[..^1] + (key[^1] == 'A' ? 'B' : 'A'));
        await http.GetAsync("/api/v1/me").ReadProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
    }

    private async Task<HttpClient> WithKeyAsync(Person person, string scope) => Bearing((string)(await MakeAsync(person, scope, expiresAt: null))["key"]!);

    private static Task<JsonNode> MakeAsync(Person person, string scope, DateTimeOffset? expiresAt)
        => person.PostAsync("me/keys", new { name = "narrow", scopes = new[] { scope }, expiresAt }).ReadAsync(HttpStatusCode.Created);

    private HttpClient Bearing(string key)
    {
        var http = stage.App.Anonymous();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }
}
