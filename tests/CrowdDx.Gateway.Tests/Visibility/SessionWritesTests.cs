using System.Net;
using CrowdDx.Testing;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CrowdDx.Gateway.Tests.Visibility;

/// <summary>A browser's session cookie comes with every request, so a write must say that it comes from our own pages.</summary>
[Collection(Stage.Name)]
public sealed class SessionWritesTests(Stage stage)
{
    private const string Password = "a long enough password";
    private static int _people;

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Sec-Fetch-Site", "none", true)]
    [InlineData("Origin", "http://localhost", true)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "Same-Origin, cross-site", false)]
    [InlineData("Origin", "http://evil.example", false)]
    [InlineData("Origin", "https://localhost", false)]
    [InlineData("Origin", "null", false)]
    [InlineData(null, null, false)]
    public async Task Write_WithASessionCookie_WorksFromOurOwnPagesOnly(string? header, string? value, bool allowed)
    {
        using var browser = await SignedInAsync();
        foreach (var (method, path, body, ok) in new (HttpMethod, string, object, HttpStatusCode)[]
        {
            (HttpMethod.Put, "me/preferences", new { timeZone = "Europe/Budapest" }, HttpStatusCode.OK),
            (HttpMethod.Post, "me/keys", new { name = "by cookie", scopes = new[] { "answers" } }, HttpStatusCode.Created),
            (HttpMethod.Delete, "me", new { }, HttpStatusCode.NoContent),
        })
        {
            using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = Json.Content(body) };
            if (header is not null)
                request.Headers.TryAddWithoutValidation(header, value);
            if (allowed)
                await browser.SendAsync(request).ExpectAsync(ok);
            else
                await browser.SendAsync(request).ReadProblemAsync(HttpStatusCode.Forbidden, "cross-site");
        }
        if (!allowed)
            Assert.Empty((await browser.GetAsync("/api/v1/me/keys").ReadAsync(HttpStatusCode.OK)).AsArray());
    }

    [Fact]
    public async Task Write_FromOursAndFromElsewhereAtOnce_IsRefused()
    {
        using var browser = await SignedInAsync();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        browser.DefaultRequestHeaders.Add("Origin", "http://localhost");
        await browser.DeleteAsync("/api/v1/session").ReadProblemAsync(HttpStatusCode.Forbidden, "cross-site");
    }

    [Fact]
    public async Task SignIn_FromAnotherSite_IsRefused()
    {
        using var browser = stage.App.Anonymous();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        await browser.PostJsonAsync("/api/v1/session", new { email = await RegisterAsync(), password = Password }).ReadProblemAsync(HttpStatusCode.Forbidden, "cross-site");
    }

    [Fact]
    public async Task Session_AfterSignOutOrErasure_IsOver()
    {
        using var browser = await SignedInAsync();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        await browser.DeleteAsync("/api/v1/session").ExpectAsync(HttpStatusCode.NoContent);
        await browser.GetAsync("/api/v1/me").ReadProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
    }

    [Fact]
    public async Task Person_WhoIsErased_CannotSignInAndHasNoSession()
    {
        var email = await RegisterAsync();
        using var browser = await SignInAsync(email);
        using var elsewhere = await SignInAsync(email);
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        await browser.DeleteAsync("/api/v1/me").ExpectAsync(HttpStatusCode.NoContent);
        await elsewhere.GetAsync("/api/v1/me").ReadProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
        await elsewhere.PostJsonAsync("/api/v1/session", new { email, password = Password }).ReadProblemAsync(HttpStatusCode.Unauthorized, "wrong-credentials");
    }

    [Fact]
    public async Task SignIn_WithAnUnknownAddressOrAWrongPassword_LooksTheSame()
    {
        using var browser = stage.App.Anonymous();
        var wrong = await browser.PostJsonAsync("/api/v1/session", new { email = await RegisterAsync(), password = "not the password" }).ReadProblemAsync(HttpStatusCode.Unauthorized, "wrong-credentials");
        var unknown = await browser.PostJsonAsync("/api/v1/session", new { email = "who@example.org", password = Password }).ReadProblemAsync(HttpStatusCode.Unauthorized, "wrong-credentials");
        Assert.Equal((string?)wrong["detail"], (string?)unknown["detail"]);
    }

    private async Task<HttpClient> SignedInAsync() => await SignInAsync(await RegisterAsync());

    private async Task<HttpClient> SignInAsync(string email)
    {
        var browser = stage.App.CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = true });
        await browser.PostJsonAsync("/api/v1/session", new { email, password = Password }).ExpectAsync(HttpStatusCode.NoContent);
        return browser;
    }

    private async Task<string> RegisterAsync()
    {
        var email = $"browser{Interlocked.Increment(ref _people)}@example.org";
        var op = await stage.App.OperatorAsync();
        await op.PostAsync("accounts", new { accounts = new[] { new { email, displayName = "B", roles = new[] { "expert" }, password = Password } } }).ExpectAsync(HttpStatusCode.Created);
        return email;
    }
}
