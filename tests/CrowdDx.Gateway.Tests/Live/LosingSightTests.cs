using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Live;

public sealed class LosingSightTests(CrowdDxApplication app) : IClassFixture<CrowdDxApplication>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stream_WhenTheAuthorTakesBackThatExpertsMaySeeTheCase_EndsWithoutAnotherState(bool closedBefore)
    {
        var scene = await app.SceneAsync(experts: 1);
        if (closedBefore)
            await scene.Student.PostAsync($"cases/{scene.CaseId}/close").ExpectAsync(HttpStatusCode.NoContent);
        using var deadline = new CancellationTokenSource(Patience);
        using var response = await scene.Experts[0].Http.GetAsync($"/api/v1/cases/{scene.CaseId}/events", HttpCompletionOption.ResponseHeadersRead, deadline.Token);
        using var stream = new StreamReader(await response.Content.ReadAsStreamAsync(deadline.Token));
        var first = await NextStateAsync(stream, deadline.Token);
        Assert.NotNull(first);

        await scene.Student.DeleteAsync($"cases/{scene.CaseId}/permission/answers").ExpectAsync(HttpStatusCode.NoContent);

        Assert.Null(await NextStateAsync(stream, deadline.Token));
    }

    /// <summary>The data of the next event that is no heartbeat; null where the stream ended.</summary>
    private static async Task<string?> NextStateAsync(StreamReader stream, CancellationToken cancellationToken)
    {
        while (await stream.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("data: {\"", StringComparison.Ordinal))
                return line;
        }
        return null;
    }
}
