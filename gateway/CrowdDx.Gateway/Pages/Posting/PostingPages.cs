using System.Security.Claims;
using CrowdDx.Cases.Submission;
using CrowdDx.Data.Requests;
using CrowdDx.FanOut.Networks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrowdDx.Gateway.Pages.Posting;

/// <summary>Posting a case. The text comes back on every refusal, and nothing is stored before the screen is content.</summary>
internal static class PostingPages
{
    public static void MapPosting(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/cases/new", NewAsync).RequireAuthorization(Policies.Cases);
        pages.MapPost("/cases/new", PostAsync).RequireAuthorization(Policies.Cases);
    }

    private static async Task<IResult> NewAsync(ClaimsPrincipal user, ReadNetworks networks, TimeProvider clock, CancellationToken cancellationToken)
        => await PageAsync(CaseForm.Empty(Guid.CreateVersion7(clock.GetUtcNow())), null, user, networks, cancellationToken);

    private static async Task<IResult> PostAsync(HttpRequest request, ClaimsPrincipal user, SubmitCase submit, ReadNetworks networks, CancellationToken cancellationToken)
    {
        var sent = await request.ReadFormAsync(cancellationToken);
        var form = CaseForm.Read(sent);
        if (sent["take"].ToString() is { Length: > 0 } taken)
            return await PageAsync(taken == "all" ? form.TakeAll() : form.Take(taken), null, user, networks, cancellationToken);
        if (sent["check"].Count > 0)
            return await PageAsync(form, null, user, networks, cancellationToken);
        var reply = await submit.RunAsync(Caller.From(user).Id, form.Request, form.Key, cancellationToken);
        return reply.Problem is { } problem
            ? await PageAsync(form, problem, user, networks, cancellationToken)
            : TypedResults.LocalRedirect($"/cases/{reply.Value!.CaseId}");
    }

    private static async Task<IResult> PageAsync(CaseForm form, Problem? problem, ClaimsPrincipal user, ReadNetworks read, CancellationToken cancellationToken)
    {
        var networks = await read.ListAsync(Caller.From(user), new(null, Cursor.MostItems), cancellationToken);
        return new RazorComponentResult<PostCasePage>(new { Form = form, Problem = problem, Networks = networks.Value!.Items }) { StatusCode = problem?.Status ?? StatusCodes.Status200OK };
    }
}
