using System.Security.Claims;
using CrowdDx.Aggregation.Answering;
using CrowdDx.Cases.Reading;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;
using CrowdDx.FanOut.Declining;
using CrowdDx.FanOut.Inbox;
using CrowdDx.Gateway.Pages.Shared;
using CrowdDx.Gateway.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrowdDx.Gateway.Pages.Answering;

/// <summary>The expert's inbox, the page on which one answers in under a minute, and declining.</summary>
internal static class AnsweringPages
{
    public static void MapAnswering(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/inbox", InboxAsync).RequireAuthorization(Policies.Answers);
        pages.MapGet("/cases/{caseId:guid}/answer", ShowAsync).RequireAuthorization(Policies.Answers);
        pages.MapPost("/cases/{caseId:guid}/answer", AnswerAsync).RequireAuthorization(Policies.Answers);
        pages.MapPost("/cases/{caseId:guid}/decline", DeclineAsync).RequireAuthorization(Policies.Answers);
    }

    private static async Task<IResult> InboxAsync(
        [AsParameters] PageRequest page, OneOf<InboxState>? state, ClaimsPrincipal user, ReadInbox inbox, TimeProvider clock, CancellationToken cancellationToken)
    {
        var shown = state?.Value ?? InboxState.Open;
        var found = await inbox.RunAsync(Caller.From(user).Id, shown, page, cancellationToken);
        return found.Problem is { } problem
            ? Refused(problem)
            : new RazorComponentResult<InboxPage>(new { Inbox = found.Value, State = shown, Now = clock.GetUtcNow() });
    }

    private static async Task<IResult> ShowAsync(
        Guid caseId, ClaimsPrincipal user, ReadCases cases, CaseAccess access, ReadAnswers answers, CancellationToken cancellationToken)
        => await PageAsync(caseId, Caller.From(user), form: null, problem: null, cases, access, answers, cancellationToken);

    private static async Task<IResult> AnswerAsync(
        Guid caseId, HttpRequest request, ClaimsPrincipal user, AnswerCase answer, ReadCases cases, CaseAccess access, ReadAnswers answers, CancellationToken cancellationToken)
    {
        var form = AnswerForm.Read(await request.ReadFormAsync(cancellationToken));
        var reply = await answer.RunAsync(Caller.From(user), caseId, form.ToRequest(), cancellationToken);
        return reply.Problem is { } problem
            ? await PageAsync(caseId, Caller.From(user), form, problem, cases, access, answers, cancellationToken)
            : TypedResults.LocalRedirect($"/cases/{caseId}");
    }

    private static async Task<IResult> DeclineAsync(Guid caseId, HttpRequest request, ClaimsPrincipal user, DeclineCase decline, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var reply = await decline.RunAsync(Caller.From(user), caseId, new(form.Choice<DeclineReason>("reason")), cancellationToken);
        return reply.Problem is { } problem ? Refused(problem) : TypedResults.LocalRedirect("/inbox");
    }

    private static async Task<IResult> PageAsync(
        Guid caseId, Caller caller, AnswerForm? form, Problem? problem, ReadCases cases, CaseAccess access, ReadAnswers answers, CancellationToken cancellationToken)
    {
        var sight = await access.SeeAsync(caller, caseId, reason: null, cancellationToken);
        if (sight is not { IsInvited: true } || await cases.FindAsync(caller, caseId, null, cancellationToken) is not { } found)
            return Refused(Problem.NotFound);
        form ??= AnswerForm.Of(await answers.MineAsync(caller.Id, caseId, cancellationToken), found.Revision);
        return new RazorComponentResult<AnswerPage>(new { Case = found, Form = form, Problem = problem, sight.HasAnswered }) { StatusCode = problem?.Status ?? StatusCodes.Status200OK };
    }

    private static PageProblem Refused(Problem problem) => new(problem);
}
