using System.Text;

using CrowdDx.Gateway.Tests.Scenes;
using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Input;

/// <summary>No text of a case and no phrase of an answer is logged, whatever becomes of it, and however much is logged.</summary>
public sealed class SilentLogTests : IDisposable
{
    private readonly CrowdDxApplication _app = new CrowdDxApplication().With("Logging:LogLevel:Microsoft.AspNetCore", "Information")
        .With("Logging:LogLevel:MassTransit", "Debug").With("Logging:LogLevel:CrowdDx", "Trace");

    [Fact]
    public async Task Texts_StoredOrRefused_AreNotLogged()
    {
        var side = await Side.CreateAsync(_app);
        var before = _app.Log.Lines.Count;
        foreach (var route in (await ApiRoute.ReadAllAsync(_app)).Where(route => route.TakesBody))
        {
            var sender = route.Name switch
            {
                "POST /accounts" => await _app.OperatorAsync(),
                "PUT /cases/{caseId}/answers/mine" or "POST /cases/{caseId}/questions" or "POST /cases/{caseId}/decline" => side.Blind,
                _ when route.Path.Contains("network", StringComparison.Ordinal) => side.Curator,
                _ => side.Author,
            };
            var path = route.Fill(parameter => parameter switch { "caseId" => side.CaseId, "questionId" => side.QuestionId, "networkId" => side.Network, _ => side.Blind.Id });
            var valid = Bodies.Of(route.Name, side);
            foreach (var (member, _) in Members.Of(valid))
            {
                var marked = Members.Replace(valid, member, $"{Desk.Marker} 14 March 2024").ToJsonString();
                foreach (var body in new[] { marked, Members.Replace(valid, member, Desk.Marker).ToJsonString(), marked[..^1], marked.Insert(1, $"\"{Desk.Marker}\":1,") })
                {
                    using var request = new HttpRequestMessage(new HttpMethod(route.Method), path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                    using var response = await sender.Http.SendAsync(request);
                    Assert.True((int)response.StatusCode < 500, $"{route.Name}: {body}");
                }
            }
        }
        await _app.WaitForDifferentialAsync(side.Author, side.CaseId, answers: 2);

        Assert.True(_app.Log.Lines.Count > before + 100, "Too little was logged to tell.");
        Assert.DoesNotContain(_app.Log.Lines, line => line.Contains(Desk.Marker, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(_app.Log.Errors);
    }

    public void Dispose() => _app.Dispose();
}
