using Microsoft.AspNetCore.Http;

namespace CrowdDx.Cli.Tests.Replay;

/// <summary>What a network and a busy service do to a replay, and what it comes to nevertheless.</summary>
public sealed class DisturbedReplayTests
{
    private static readonly string[] Lines =
    [
        .. Enumerable.Range(0, 12).Select(i => $$"""{"case":"c-{{i}}","readers":[[["A"]],[["B"],["A"]]]}"""),
    ];

    [Fact]
    public async Task Service_WhenItAsksToWait_IsWaitedFor()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service);
        service.Disturb("POST", "/cases", 1, (context, _) => Refuse(context, 429, "1"));
        service.Disturb("PUT", "/answers/mine", 2, (context, _) => Refuse(context, 503, "1"));
        service.Disturb("PUT", "/answers/mine", 1, (context, _) => Refuse(context, 503, null));
        var start = TimeProvider.System.GetTimestamp();

        (await tool.With(Lines).RunAsync()).Ended(0);

        Assert.True(TimeProvider.System.GetElapsedTime(start) >= TimeSpan.FromSeconds(2));
        AssertAllThereOnce(service);
    }

    [Fact]
    public async Task Answer_WhenTheInvitationIsOnItsWay_IsGivenAgain()
    {
        await using var service = await FakeService.StartAsync();
        service.Uninvited = 2;
        using var tool = new ReplayTool(service);

        (await tool.With(Lines).RunAsync()).Ended(0);

        AssertAllThereOnce(service);
        Assert.Equal(Lines.Length * 2 * 3, service.Count("PUT /mine"));
    }

    [Fact]
    public async Task Connection_WhenDroppedBeforeOrAfterTheWork_LosesAndDoublesNothing()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service);
        foreach (var (method, path) in new[] { ("POST", "/networks"), ("POST", "/cases"), ("PUT", "/membership"), ("PUT", "/answers/mine"), ("GET", "/differential") })
        {
            service.Disturb(method, path, 2, DropAfterTheWork);
            service.Disturb(method, path, 2, Drop);
        }

        (await tool.With(Lines).RunAsync()).Ended(0);

        AssertAllThereOnce(service);
        Assert.Single(service.Networks);
    }

    [Fact]
    public async Task Accounts_WhenTheirKeysAreLostWithTheConnection_AreCreatedAnew()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service);
        service.Disturb("POST", "/accounts", 1, DropAfterTheWork);

        (await tool.With(Lines).RunAsync()).Ended(0);

        Assert.Equal(6, service.Accounts.Count);
        Assert.Equal(2, service.Members.Count);
        AssertAllThereOnce(service);
    }

    [Fact]
    public async Task Key_WhenUnknown_EndsTheRun()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service).With(Lines);

        var ran = await ReplayTool.RunAsync(["replay", "--url", service.Url, "--key", "wrong", "--input", tool.Input, "--state", tool.State], default);

        Assert.Contains("does not know the API key", ran.Ended(1).Error, StringComparison.Ordinal);
    }

    private static void AssertAllThereOnce(FakeService service)
    {
        Assert.Equal(Lines.Length, service.Cases.Count);
        Assert.All(service.Cases.Values, posted =>
        {
            Assert.Equal(2, posted.Answers.Count);
            Assert.All(posted.Answers.Values, versions => Assert.Single(versions));
        });
    }

    private static Task Refuse(HttpContext context, int status, string? retryAfter)
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    }

    private static Task Drop(HttpContext context, Func<Task> handle)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task DropAfterTheWork(HttpContext context, Func<Task> handle)
    {
        context.Response.Body = Stream.Null;
        await handle();
        context.Abort();
    }
}
