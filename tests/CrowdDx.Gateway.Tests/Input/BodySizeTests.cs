using System.Net;

using CrowdDx.Gateway.Web;
using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Input;

/// <summary>The web server itself refuses what is too large; the in-process one of other tests does not.</summary>
public sealed class BodySizeTests : IDisposable
{
    private readonly CrowdDxApplication _app = new();

    public BodySizeTests()
    {
        _app.UseKestrel(0);
        _app.StartServer();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_OverOneMegabyte_IsRefused(bool chunked)
    {
        var student = await _app.StudentAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases/screen")
        {
            Content = Json.Content($$"""{"presentation": "{{new string('z', WebRegistration.LargestBody)}}"}"""),
            Headers = { TransferEncodingChunked = chunked },
        };
        await student.Http.SendAsync(request).ExpectAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
        await student.PostAsync("cases/screen", new { presentation = "A swollen knee." }).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Body_OfOneMegabyte_IsRead()
    {
        var student = await _app.StudentAsync();
        var body = """{"presentation": ""}""";
        await student.PostAsync("cases/screen", body.Insert(body.Length - 2, new string('z', WebRegistration.LargestBody - body.Length))).ExpectInvalidAsync("presentation");
    }

    public void Dispose() => _app.Dispose();
}
