using System.Security.Claims;
using CrowdDx.Data.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CrowdDx.Hosting.Messaging.Failures;

/// <summary>For operators: messages that could not be consumed.</summary>
public static class FailureEndpoints
{
    private static readonly Problem BrokerAway = new(
        StatusCodes.Status503ServiceUnavailable, "unavailable", "The broker does not answer.", "Nothing was changed. Try again when the service is ready.");

    /// <summary>Maps the routes of failed messages.</summary>
    public static void MapMessages(this IEndpointRouteBuilder routes)
    {
        var messages = routes.MapGroup("/messages").WithTags("Operating").RequireAuthorization(Policies.Operate);
        messages.MapGet("/", ListAsync).WithName("ListFailedMessages").WithSummary("Messages that could not be consumed, without their bodies")
            .Produces<FailedMessages>().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        messages.MapGet("/{messageId:guid}", GetAsync).WithName("GetFailedMessage").WithSummary("One message, once for each queue where it failed")
            .Produces<IReadOnlyList<FailedMessage>>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        messages.MapPost("/replay", ReplayAsync).WithName("ReplayMessages").WithSummary("Give messages back to where they failed; answers with those that were")
            .Produces<FailedMessages>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static Task<IResult> ListAsync(IFailedMessages failed, CancellationToken cancellationToken)
        => UnlessAwayAsync(async () => TypedResults.Ok(await failed.ReadAsync(cancellationToken)));

    private static Task<IResult> GetAsync(Guid messageId, IFailedMessages failed, CancellationToken cancellationToken)
        => UnlessAwayAsync(async () =>
        {
            var found = (await failed.ReadAsync(cancellationToken)).Items.Where(message => message.MessageId == messageId).ToList();
            return found.Count > 0 ? TypedResults.Ok(found) : Problem.NotFound.ToResult();
        });

    private static Task<IResult> ReplayAsync(ReplayRequest request, ClaimsPrincipal user, ReplayMessages replay, CancellationToken cancellationToken)
        => UnlessAwayAsync(async () => (await replay.RunAsync(Caller.From(user), request, cancellationToken)).ToResult());

    private static async Task<IResult> UnlessAwayAsync(Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (Exception exception) when (exception.IsBrokerAway())
        {
            return BrokerAway.ToResult();
        }
    }
}
