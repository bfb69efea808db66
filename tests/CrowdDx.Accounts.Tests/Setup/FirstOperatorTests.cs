using System.Net;
using CrowdDx.Accounts.Setup;
using CrowdDx.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Accounts.Tests.Setup;

public sealed class FirstOperatorTests : IDisposable
{
    private readonly CrowdDxApplication _app = new();

    [Fact]
    public async Task Token_TriedFiftyTimesAtOnce_MakesOneOperator()
    {
        using var client = _app.CreateClient();
        var token = _app.Services.GetRequiredService<SetupToken>().Make();
        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => client.PostJsonAsync(
            "/api/v1/setup", new { token, email = $"operator{i}@example.org", displayName = "Olga", password = "a long enough password" })));
        Assert.Equal(1, replies.Count(reply => reply.StatusCode == HttpStatusCode.Created));
        Assert.Equal(49, replies.Count(reply => reply.StatusCode == HttpStatusCode.NotFound));
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task Token_AfterARefusedRequest_CanStillBeUsed_AndAWrongOneNever()
    {
        using var client = _app.CreateClient();
        var token = _app.Services.GetRequiredService<SetupToken>().Make();
        Task<HttpResponseMessage> TryAsync(string with, string password)
            => client.PostJsonAsync("/api/v1/setup", new { token = with, email = "operator@example.org", displayName = "Olga", password });
        await TryAsync(token, "short").ExpectAsync(HttpStatusCode.BadRequest);
        await TryAsync($"{token}x", "a long enough password").ExpectAsync(HttpStatusCode.NotFound);
        await TryAsync(token, "a long enough password").ExpectAsync(HttpStatusCode.Created);
        await TryAsync(token, "a long enough password").ExpectAsync(HttpStatusCode.NotFound);
        // A token that a second start would print opens nothing once there is an account.
        await TryAsync(_app.Services.GetRequiredService<SetupToken>().Make(), "a long enough password").ExpectAsync(HttpStatusCode.NotFound);
    }

    public void Dispose() => _app.Dispose();
}
