using System.Text.Json.Nodes;

namespace CrowdDx.Cli.Tests.Replay;

/// <summary>The same run again, after it was finished, stopped or killed.</summary>
public sealed class ResumingTests
{
    private static readonly string[] Lines =
    [
        .. Enumerable.Range(0, 10).Select(i =>
            $$$"""{"case":"c-{{{i}}}","title":"T","presentation":"P","answers":[{"expert":"a","diagnoses":[[{"text":"A"}]]}],"outcome":{"status":"lost"}}"""),
    ];

    [Fact]
    public async Task Run_WhenFinishedBefore_ChangesNothing()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service).With(Lines);
        var first = (await tool.RunAsync()).Ended(0).Json;

        var again = (await tool.RunAsync()).Ended(0).Json;

        Assert.Equal(10, again.GetProperty("answers").GetInt32());
        Assert.Equal(0, again.GetProperty("newAnswers").GetInt32());
        Assert.Equal(0, again.GetProperty("outcomes").GetInt32());
        Assert.Equal(first.GetProperty("digest").GetRawText(), again.GetProperty("digest").GetRawText());
        Assert.Equal(2, service.Accounts.Count);
        Assert.Equal(10, service.Cases.Count);
        Assert.All(service.Cases.Values, posted => Assert.Single(posted.Outcomes));
    }

    [Fact]
    public async Task Run_WhenStopped_GoesOn()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service).With(Lines);
        using var stop = new CancellationTokenSource();
        service.Disturb("POST", "/cases", 4, (_, handle) => handle());
        service.Disturb("POST", "/cases", 1, async (_, handle) =>
        {
            await handle();
            await stop.CancelAsync();
        });
        string[] command = ["replay", "--url", service.Url, "--key", FakeService.OperatorKey, "--input", tool.Input, "--state", tool.State, "--run", "test", "--concurrency", "1"];

        var stopped = (await ReplayTool.RunAsync(command, stop.Token)).Ended(130);
        Assert.Contains("--run test goes on from here", stopped.Error, StringComparison.Ordinal);
        Assert.Equal(5, service.Cases.Count);

        (await tool.RunAsync()).Ended(0);
        Assert.Equal(10, service.Cases.Count);
        Assert.Equal(2, service.Accounts.Count);
    }

    [Fact]
    public async Task Run_WhenKilledBeforeItKnewTheKeys_MakesOtherAccounts()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service).With(Lines);
        (await tool.RunAsync()).Ended(0);
        var killed = JsonNode.Parse(await File.ReadAllTextAsync(tool.State))!;
        killed["accounts"] = new JsonObject();
        await File.WriteAllTextAsync(tool.State, killed.ToJsonString());

        (await tool.RunAsync()).Ended(0);

        Assert.Equal(4, service.Accounts.Count);
    }

    [Fact]
    public async Task Run_WhenItsStateIsLost_SaysSo()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service).With(Lines);
        (await tool.RunAsync()).Ended(0);
        File.Delete(tool.State);

        var ran = (await tool.RunAsync()).Ended(1);

        Assert.Contains("give its --state, or another --run", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_WhenOfAnotherRun_IsRefused()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service).With(Lines);
        (await tool.RunAsync()).Ended(0);

        var ran = (await tool.RunAsync("--run", "other")).Ended(2);
        Assert.NotEmpty(ran.Error);
    }

    [Fact]
    public async Task State_WhenWritten_IsForTheOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service).With(Lines);

        (await tool.RunAsync()).Ended(0);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(tool.State));
        Assert.DoesNotContain(FakeService.OperatorKey, await File.ReadAllTextAsync(tool.State), StringComparison.Ordinal);
    }
}
