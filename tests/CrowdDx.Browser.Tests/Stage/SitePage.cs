namespace CrowdDx.Browser.Tests.Stage;

/// <summary>A page as somebody sees it.</summary>
/// <param name="Name">What it is called in this test project and in docs/pages.md.</param>
/// <param name="Route">The route that the gateway maps.</param>
/// <param name="Who">Who looks; nobody who signed in where null.</param>
/// <param name="Path">Where it is.</param>
internal sealed record SitePage(string Name, string Route, Func<Exhibit, Actor>? Who, Func<Exhibit, string> Path)
{
    private const string OneCase = "/cases/{caseId:guid}";
    private const string Answer = "/cases/{caseId:guid}/answer";
    private const string OneNetwork = "/networks/{networkId:guid}";

    /// <summary>Routes that give no page of their own: a part of one, put in place by a script.</summary>
    public static IReadOnlyList<string> Fragments { get; } = ["/cases/{caseId:guid}/board"];

    /// <summary>Every page of the service, and every look that one has.</summary>
    public static IReadOnlyList<SitePage> All { get; } =
    [
        Public("start", "/"),
        Public("what it is for", "/about"),
        Public("register", "/register"),
        Public("sign in", "/sign-in"),
        Public("first operator", "/setup"),

        new("my cases", "/cases", e => e.Student, _ => "/cases"),
        new("post a case", "/cases/new", e => e.Student, _ => "/cases/new"),
        new("case, for its author", OneCase, e => e.Student, e => $"/cases/{e.CaseId}"),
        new("case, for an expert who answered", OneCase, e => e.Answered, e => $"/cases/{e.CaseId}"),
        new("case, for a blind expert", OneCase, e => e.Blind, e => $"/cases/{e.CaseId}"),
        new("case, for its curator", OneCase, e => e.Curator, e => $"/cases/{e.CaseId}"),
        new("case with verdicts to give", OneCase, e => e.Student, e => $"/cases/{e.JudgedCaseId}"),
        new("case to review", OneCase, e => e.Curator, e => $"/cases/{e.ReviewedCaseId}"),
        new("withdrawn case", OneCase, e => e.Student, e => $"/cases/{e.WithdrawnCaseId}"),

        new("inbox", "/inbox", e => e.Blind, _ => "/inbox"),
        new("inbox, answered", "/inbox", e => e.Answered, _ => "/inbox?state=answered"),
        new("answer", Answer, e => e.Blind, e => $"/cases/{e.CaseId}/answer"),
        new("answer again", Answer, e => e.Answered, e => $"/cases/{e.CaseId}/answer"),

        new("networks, for a student", "/networks", e => e.Student, _ => "/networks"),
        new("networks, for an expert", "/networks", e => e.Answered, _ => "/networks"),
        new("networks, for a curator", "/networks", e => e.Curator, _ => "/networks"),
        new("create a network", "/networks/new", e => e.Curator, _ => "/networks/new"),
        new("network, for a student", OneNetwork, e => e.Student, e => $"/networks/{e.NetworkId}"),
        new("network, for a member", OneNetwork, e => e.Answered, e => $"/networks/{e.NetworkId}"),
        new("network, for its curator", OneNetwork, e => e.Curator, e => $"/networks/{e.NetworkId}"),
        new("network with somebody to vouch for", OneNetwork, e => e.Curator, e => $"/networks/{e.VerifyingNetworkId}"),

        new("account of a student", "/me", e => e.Student, _ => "/me"),
        new("account of an expert", "/me", e => e.Answered, _ => "/me"),
        new("account of a curator", "/me", e => e.Curator, _ => "/me"),
        new("account of a researcher", "/me", e => e.Researcher, _ => "/me"),
        new("account of an operator", "/me", e => e.Operator, _ => "/me"),
    ];

    /// <summary>The names, as rows of a theory.</summary>
    public static TheoryData<string> Names => new(All.Select(page => page.Name));

    public static SitePage Of(string name) => All.Single(page => page.Name == name);

    private static SitePage Public(string name, string path) => new(name, path, null, _ => path);
}
