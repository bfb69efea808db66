using System.Security.Claims;
using CrowdDx.Aggregation.Verdicts;
using CrowdDx.Cases.Addenda;
using CrowdDx.Cases.Lifecycle;
using CrowdDx.Cases.Outcomes;
using CrowdDx.Cases.Questions;
using CrowdDx.Cases.Reading;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Requests;
using CrowdDx.FanOut.Declining;
using CrowdDx.Gateway.Pages.Shared;
using CrowdDx.Gateway.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrowdDx.Gateway.Pages.Cases;

/// <summary>One's cases, and the page of a case: text, clock, board, and what its author, experts and curators can do there.</summary>
internal static class CasePages
{
    public static void MapCasePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/cases", ListAsync).RequireAuthorization(Policies.ReadCases);
        var one = pages.MapGroup("/cases/{caseId:guid}");
        one.MapGet("", ShowAsync).RequireAuthorization(Policies.ReadCases);
        one.MapGet("/board", BoardAsync).RequireAuthorization(Policies.ReadCases);
        one.MapPost("/addendum", AddAsync).RequireAuthorization(Policies.Cases);
        one.MapPost("/question", AskAsync).RequireAuthorization(Policies.Answers);
        one.MapPost("/reply", ReplyAsync).RequireAuthorization(Policies.Cases);
        one.MapPost("/close", CloseAsync).RequireAuthorization(Policies.Cases);
        one.MapPost("/withdraw", WithdrawAsync).RequireAuthorization(Policies.Cases);
        one.MapPost("/outcome", RecordAsync).RequireAuthorization(Policies.Cases);
        one.MapPost("/verdicts", ConfirmAsync).RequireAuthorization(Policies.ReadCases);
        one.MapPost("/release", ReleaseAsync).RequireAuthorization(Policies.Networks);
    }

    private static async Task<IResult> ListAsync([AsParameters] PageRequest page, ClaimsPrincipal user, ReadCases cases, TimeProvider clock, CancellationToken cancellationToken)
    {
        var caller = Caller.From(user);
        var found = await cases.ListAsync(caller, mine: caller.Roles.HasFlag(Data.Accounts.AccountRoles.Student), page, cancellationToken);
        return found.Problem is { } problem
            ? new PageProblem(problem)
            : new RazorComponentResult<CaseListPage>(new { Cases = found.Value, Now = clock.GetUtcNow() });
    }

    private static Task<IResult> ShowAsync(Guid caseId, ClaimsPrincipal user, CaseScreens screens, CancellationToken cancellationToken)
        => PageAsync(caseId, user, screens, null, null, cancellationToken);

    private static async Task<IResult> BoardAsync(Guid caseId, ClaimsPrincipal user, CaseScreens screens, CancellationToken cancellationToken)
        => await screens.BoardAsync(Caller.From(user), caseId, cancellationToken) is { } board
            ? new RazorComponentResult<BoardPanel>(new { Screen = board })
            : new PageProblem(Problem.NotFound);

    private static async Task<IResult> AddAsync(
        Guid caseId, HttpRequest request, ClaimsPrincipal user, AddAddendum add, CaseScreens screens, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var reply = await add.RunAsync(
            Caller.From(user).Id, caseId, new(form.Text("text"), form.Flag("revealsDiagnosis"), form.Flag("acceptRedactions")), cancellationToken);
        return await BackAsync(caseId, user, screens, reply.Problem, form, cancellationToken);
    }

    private static async Task<IResult> AskAsync(
        Guid caseId, HttpRequest request, ClaimsPrincipal user, AskQuestion ask, CaseScreens screens, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var reply = await ask.RunAsync(Caller.From(user), caseId, new(form.Text("text"), form.Flag("acceptRedactions")), cancellationToken);
        return await BackAsync(caseId, user, screens, reply.Problem, form, cancellationToken);
    }

    private static async Task<IResult> ReplyAsync(
        Guid caseId, HttpRequest request, ClaimsPrincipal user, ReplyToQuestion answer, CaseScreens screens, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var questionId = form.Ids("questionId") is [var id, ..] ? id : Guid.Empty;
        var reply = await answer.RunAsync(Caller.From(user).Id, caseId, questionId, new(form.Text("text"), form.Flag("acceptRedactions")), cancellationToken);
        return await BackAsync(caseId, user, screens, reply.Problem, form, cancellationToken);
    }

    private static async Task<IResult> CloseAsync(Guid caseId, ClaimsPrincipal user, CloseCase close, CancellationToken cancellationToken)
        => await close.RunAsync(Caller.From(user).Id, caseId, cancellationToken) ? TypedResults.LocalRedirect($"/cases/{caseId}") : new PageProblem(Problem.NotFound);

    private static async Task<IResult> WithdrawAsync(Guid caseId, ClaimsPrincipal user, WithdrawCase withdraw, CancellationToken cancellationToken)
        => await withdraw.RunAsync(Caller.From(user).Id, caseId, cancellationToken) ? TypedResults.LocalRedirect("/cases") : new PageProblem(Problem.NotFound);

    private static async Task<IResult> RecordAsync(
        Guid caseId, HttpRequest request, ClaimsPrincipal user, RecordOutcome record, CaseScreens screens, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var diagnoses = (form.Text("diagnoses") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => new ReferenceDiagnosisRequest(text)).ToList();
        var outcome = new OutcomeRequest(
            form.Choice<OutcomeStatus>("status"), form.Choice<OutcomeBasis>("basis"), diagnoses, form.Number("establishedAfterDays"), form.Flag("fromBoard"));
        var reply = await record.RunAsync(Caller.From(user).Id, caseId, outcome, cancellationToken);
        return await BackAsync(caseId, user, screens, reply.Problem, form, cancellationToken);
    }

    private static async Task<IResult> ConfirmAsync(
        Guid caseId, HttpRequest request, ClaimsPrincipal user, ConfirmVerdicts confirm, CaseScreens screens, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var verdicts = form.Keys.Where(key => key.StartsWith("v:", StringComparison.Ordinal) && form.Choice<VerdictKind>(key) is not null)
            .Select(key => new VerdictRequest(key[2..], form.Choice<VerdictKind>(key))).ToList();
        var reply = await confirm.RunAsync(Caller.From(user), caseId, new(verdicts, form.Flag("othersWrong")), cancellationToken);
        return await BackAsync(caseId, user, screens, reply.Problem, form, cancellationToken);
    }

    private static async Task<IResult> ReleaseAsync(Guid caseId, ClaimsPrincipal user, ReleaseCase release, CancellationToken cancellationToken)
        => await release.RunAsync(Caller.From(user), caseId, cancellationToken) ? TypedResults.LocalRedirect($"/cases/{caseId}") : new PageProblem(Problem.NotFound);

    private static async Task<IResult> BackAsync(
        Guid caseId, ClaimsPrincipal user, CaseScreens screens, Problem? problem, IFormCollection form, CancellationToken cancellationToken)
        => problem is null
            ? TypedResults.LocalRedirect($"/cases/{caseId}")
            : await PageAsync(caseId, user, screens, problem, form, cancellationToken);

    private static async Task<IResult> PageAsync(
        Guid caseId, ClaimsPrincipal user, CaseScreens screens, Problem? problem, IFormCollection? typed, CancellationToken cancellationToken)
        => await screens.FindAsync(Caller.From(user), caseId, cancellationToken) is { } screen
            ? new RazorComponentResult<CasePage>(new { Screen = screen, Problem = problem, Form = typed }) { StatusCode = problem?.Status ?? StatusCodes.Status200OK }
            : new PageProblem(Problem.NotFound);
}
