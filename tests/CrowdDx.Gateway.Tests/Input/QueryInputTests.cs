using System.Net;

namespace CrowdDx.Gateway.Tests.Input;

/// <summary>What stands in a path or a query.</summary>
[Collection(Desk.Name)]
public sealed class QueryInputTests(Desk desk)
{
    private static readonly string[] Lists = ["cases", "networks", "inbox", "networks/{network}/members", "cases/{case}/answers"];

    [Theory]
    [InlineData("cursor=nonsense", "cursor")]
    [InlineData("cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "cursor")]
    [InlineData("cursor=________________________________", "cursor")]
    [InlineData("cursor=%00%01", "cursor")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("limit=99999999999", "limit")]
    [InlineData("limit=1.5", "limit")]
    public async Task Page_ThatIsNone_IsRefusedOnEveryList(string query, string field)
    {
        var wrong = new List<string>();
        foreach (var list in Lists)
        {
            var reader = list switch { "inbox" => desk.Side.Blind, "networks/{network}/members" => desk.Side.Curator, _ => desk.Side.Author };
            var path = list.Replace("{network}", $"{desk.Side.Network}", StringComparison.Ordinal).Replace("{case}", $"{desk.Side.CaseId}", StringComparison.Ordinal);
            using var response = await reader.GetAsync($"{path}?{query}");
            if (await Refusal.FaultAsync(response, HttpStatusCode.BadRequest, "invalid-request", field) is { } fault)
                wrong.Add($"{list}?{query}: {fault}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("inbox?state=Open", "state")]
    [InlineData("inbox?state=0", "state")]
    [InlineData("inbox?state=nonsense", "state")]
    [InlineData("inbox?state=open,answered", "state")]
    [InlineData("cases?mine=perhaps", "mine")]
    [InlineData("cases/{case}/differential?board=sighted", "board")]
    [InlineData("cases/{case}/differential?board=1", "board")]
    [InlineData("cases/{case}/differential?asOf=yesterday", "asOf")]
    [InlineData("cases/{case}/differential?asOf=2024-13-01", "asOf")]
    [InlineData("networks/{network}/members?status=Active", "status")]
    [InlineData("networks/{network}/members?status=9", "status")]
    public async Task Value_ThatIsNone_IsRefusedWithItsName(string path, string field)
    {
        var reader = path.StartsWith("inbox", StringComparison.Ordinal) ? desk.Side.Blind : path.StartsWith("networks", StringComparison.Ordinal) ? desk.Side.Curator : desk.Side.Author;
        await reader.GetAsync(path.Replace("{network}", $"{desk.Side.Network}", StringComparison.Ordinal).Replace("{case}", $"{desk.Side.CaseId}", StringComparison.Ordinal))
            .ExpectInvalidAsync(field);
    }

    [Theory]
    [InlineData("Teaching")]
    [InlineData("2")]
    [InlineData("everything")]
    [InlineData("teaching,ResearchExport")]
    [InlineData("teaching%2C%20Answers")]
    public async Task Scope_ThatIsNone_IsNotTakenBack(string scope)
    {
        var before = await desk.StoredAsync();
        await desk.Side.Author.DeleteAsync($"cases/{desk.Side.CaseId}/permission/{scope}").ExpectInvalidAsync("scope");
        Assert.Equal(before, await desk.StoredAsync());
    }

    [Theory]
    [InlineData("cases/nonsense")]
    [InlineData("cases/0198a2f0-0000-7000-8000-000000000000")]
    [InlineData("cases/{0198a2f0-0000-7000-8000-000000000000}/timing")]
    [InlineData("networks/1")]
    [InlineData("nonsense")]
    public async Task Object_ThatIsNone_IsNotFound(string path)
        => await desk.Side.Author.GetAsync(path).ExpectAsync(HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task Method_ThatARouteDoesNotKnow_IsRefused()
        => await desk.Side.Author.PatchAsync($"cases/{desk.Side.CaseId}").ExpectAsync(HttpStatusCode.MethodNotAllowed, "method");

    [Theory]
    [InlineData("diagnoses")]
    [InlineData("diagnoses?q=")]
    [InlineData("diagnoses?q=%00")]
    [InlineData("diagnoses?q=%3F!")]
    [InlineData("diagnoses?q=%ff%fe")]
    [InlineData("diagnoses?q=%ed%a0%80")]
    [InlineData("diagnoses?q=Nobodywrotethis")]
    public async Task Completion_OfWhatIsNoWord_IsEmpty(string path)
    {
        // Who has answered before could be offered something.
        Assert.NotEmpty((await desk.Side.Answered.ReadAsync("diagnoses?q=hered")).AsArray());
        Assert.Empty((await desk.Side.Answered.ReadAsync(path)).AsArray());
    }

    [Fact]
    public async Task Completion_OfAVeryLongWord_IsEmpty()
        => Assert.Empty((await desk.Side.Answered.ReadAsync("diagnoses?q=" + new string('g', 60_000))).AsArray());
}
