using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Input;

[Collection(Desk.Name)]
public sealed class IdempotencyInputTests(Desk desk)
{
    [Theory]
    [InlineData(201)]
    [InlineData(5_000)]
    public async Task Key_TooLong_IsRefused(int length)
    {
        var before = await desk.StoredAsync();
        await PostAsync(new string('k', length), "One").ExpectInvalidAsync("Idempotency-Key");
        Assert.Equal(before, await desk.StoredAsync());
    }

    [Fact]
    public async Task Key_WithAnotherBody_IsRefusedAndWithTheSameGivesTheSameCase()
    {
        var key = new string('k', 200);
        var first = await PostAsync(key, "One").ReadAsync(HttpStatusCode.Created);
        var before = await desk.StoredAsync();
        await PostAsync(key, "Another").ExpectAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        Assert.Equal((string?)first["id"], (string?)(await PostAsync(key, "One").ReadAsync(HttpStatusCode.Created))["id"]);
        Assert.Equal(before, await desk.StoredAsync());
    }

    private async Task<HttpResponseMessage> PostAsync(string key, string title)
    {
        var body = CrowdDxApplication.CaseBody(desk.Side.Network);
        body["title"] = $"{title} {Desk.Marker}";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases") { Content = Json.Content(body.ToJsonString()) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await desk.Side.Author.Http.SendAsync(request);
    }
}
