using System.Security.Claims;
using CrowdDx.Aggregation.Answering;
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

    private static async Task<IResult> ShowAsync(Guid caseId, ClaimsPrincipal user, [AsParameters] AnswerPageParts parts, CancellationToken cancellationToken)
        => await parts.PageAsync(caseId, Caller.From(user), form: null, problem: null, cancellationToken);

    private static async Task<IResult> AnswerAsync(
        Guid caseId, HttpRequest request, ClaimsPrincipal user, AnswerCase answer, [AsParameters] AnswerPageParts parts, CancellationToken cancellationToken)
    {
        var caller = Caller.From(user);
        var form = AnswerForm.Read(await request.ReadFormAsync(cancellationToken));
        // Asked before anything is stored: an answer opens the board, and what is changed after that counts no more.
        if (await parts.QuestionAsync(caseId, caller, form, cancellationToken) is { } question)
            return question;
        var reply = await answer.RunAsync(caller, caseId, form.ToRequest(), cancellationToken);
        return reply.Problem is { } problem
            ? await parts.PageAsync(caseId, caller, form, problem, cancellationToken)
            : TypedResults.LocalRedirect($"/cases/{caseId}");
    }

    private static async Task<IResult> DeclineAsync(Guid caseId, HttpRequest request, ClaimsPrincipal user, DeclineCase decline, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var reply = await decline.RunAsync(Caller.From(user), caseId, new(form.Choice<DeclineReason>("reason")), cancellationToken);
        return reply.Problem is { } problem ? Refused(problem) : TypedResults.LocalRedirect("/inbox");
    }

    private static PageProblem Refused(Problem problem) => new(problem);
}
