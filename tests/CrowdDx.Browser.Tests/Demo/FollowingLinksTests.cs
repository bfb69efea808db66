using System.Net;
using System.Text.RegularExpressions;

using CrowdDx.Browser.Tests.Stage;
using CrowdDx.Testing;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CrowdDx.Browser.Tests.Demo;

/// <summary>A newcomer starts the demonstration and follows what it prints.</summary>
public sealed partial class FollowingLinksTests(DemoStage stage) : IClassFixture<DemoStage>
{
    [BrowserFact]
    public async Task StudentsLink_WhenFollowed_ShowsABoardThatMovesByItself()
    {
        await using var student = await stage.WindowAsync();
        await student.GoAsync(stage.Demo.LinkOf("Student"));
        await Expect(student.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("acute pancreatitis, for the sixth time");
        var visits = student.Navigations;

        var board = student.Page.GetByRole(AriaRole.Main);
        await Expect(board).ToContainTextAsync(Answered());
        var first = Answered().Match(await board.InnerTextAsync()).Value;
        await Expect(board).Not.ToContainTextAsync(first);
        await Expect(student.Page.BoardRow("Biliary microlithiasis")).ToBeVisibleAsync();
        await student.Page.UnfoldAsync("What each expert wrote");
        await Expect(student.Page.GetByText("Simulated expert 1", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal(visits, student.Navigations);
        Assert.Empty(student.Complaints);
    }

    [BrowserFact]
    public async Task ExpertsLink_WhenFollowed_LeadsToAnAnswerGivenBlind()
    {
        await using var expert = await stage.WindowAsync();
        await expert.GoAsync(stage.Demo.LinkOf("Expert"));
        await expert.Page.Link("Answer").ClickAsync();
        await Expect(expert.Page.GetByText("Pooled differential")).ToHaveCountAsync(0);
        await expert.Page.Diagnosis(1).FillAsync("Hereditary pancreatitis");
        await expert.Page.Button("Send the answer").ClickAsync();
        await Expect(expert.Page.BoardRow("Hereditary pancreatitis")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task CuratorsLink_WhenFollowed_WorksOnceAndShowsWhoIsSimulated()
    {
        var link = stage.Demo.LinkOf("Curator");
        await using var curator = await stage.WindowAsync();
        await curator.GoAsync(link);
        await Expect(curator.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Demonstration network");
        await Expect(curator.Page.GetByRole(AriaRole.Cell, new() { Name = "Simulated expert 14", Exact = true })).ToBeVisibleAsync();

        await using var second = await stage.WindowAsync();
        await second.GoAsync(link, HttpStatusCode.NotFound);
        await Expect(second.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This link was used already.");
        await second.GoAsync(new Uri(new(link), "/").ToString());
        await Expect(second.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public void Port_WhenItIsTaken_IsTheNextFreeOneAndSaid()
    {
        var said = Assert.Single(stage.Demo.Output, line => line.StartsWith($"Port {DemoStage.FirstPort} is taken; using ", StringComparison.Ordinal));
        var port = int.Parse(PortSaid().Match(said).Value);
        Assert.NotEqual(DemoStage.FirstPort, port);
        Assert.All(["Student", "Expert", "Curator"], person => Assert.StartsWith($"http://127.0.0.1:{port}/demo/", stage.Demo.LinkOf(person), StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task CurlLines_WhenRun_GiveTheBoardAndTheInbox()
    {
        var lines = stage.Demo.Output.Select(line => Curl().Match(line)).Where(match => match.Success).ToList();
        Assert.Equal(2, lines.Count);
        using var client = new HttpClient();
        foreach (var line in lines)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, line.Groups["url"].Value);
            request.Headers.Add("Authorization", line.Groups["authorization"].Value);
            await client.SendAsync(request).ReadAsync(HttpStatusCode.OK);
        }
    }

    // Without flags, since Playwright hands it to the browser.
    [GeneratedRegex(@"\d+ experts? (?:has|have) answered", RegexOptions.None, 1_000)]
    private static partial Regex Answered();

    [GeneratedRegex(@"\d+(?=\.$)", RegexOptions.None, 1_000)]
    private static partial Regex PortSaid();

    [GeneratedRegex("^ *curl -s (?<url>http://[^ ]+) -H 'Authorization: (?<authorization>[^']+)'$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Curl();
}
