using System.Security.Claims;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;
using CrowdDx.FanOut.Declining;
using CrowdDx.FanOut.Inbox;
using CrowdDx.FanOut.Members;
using CrowdDx.FanOut.Networks;
using CrowdDx.FanOut.Preferences;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CrowdDx.FanOut;

internal static class FanOutEndpoints
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var networks = routes.MapGroup("/networks").WithTags("Networks").RequireAuthorization();
        networks.MapGet("/", ListAsync).WithName("ListNetworks").WithSummary("Networks, newest first").Produces<Page<NetworkView>>().ProducesValidationProblem();
        networks.MapGet("/{networkId:guid}", GetAsync).WithName("GetNetwork").WithSummary("One network").Produces<NetworkView>().ProducesProblem(404);
        networks.MapPost("/", CreateAsync).RequireAuthorization(Policies.Networks).WithName("CreateNetwork").WithSummary("Create a network")
            .Produces<NetworkView>(StatusCodes.Status201Created).ProducesValidationProblem().ProducesProblem(403).ProducesProblem(409);
        networks.MapPatch("/{networkId:guid}", ChangeAsync).RequireAuthorization(Policies.Networks).WithName("ChangeNetwork").WithSummary("Change a network's settings")
            .Produces<NetworkView>().ProducesValidationProblem().ProducesProblem(404).ProducesProblem(409);
        networks.MapPut("/{networkId:guid}/membership", JoinAsync).RequireAuthorization(Policies.Answers).WithName("JoinNetwork")
            .WithSummary("Opt in, pause or resume").Produces<MembershipView>().ProducesValidationProblem().ProducesProblem(404);
        networks.MapDelete("/{networkId:guid}/membership", LeaveAsync).RequireAuthorization(Policies.Answers).WithName("LeaveNetwork").WithSummary("Opt out")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(404);
        networks.MapGet("/{networkId:guid}/members", ListMembersAsync).RequireAuthorization(Policies.Networks).WithName("ListMembers")
            .WithSummary("Members, for the curator").Produces<Page<MemberView>>().ProducesValidationProblem().ProducesProblem(404);
        networks.MapPost("/{networkId:guid}/members/{expertId:guid}/verify", VerifyAsync).RequireAuthorization(Policies.Networks).WithName("VerifyMember")
            .WithSummary("Vouch for an expert").Produces<MembershipView>().ProducesValidationProblem().ProducesProblem(404);

        routes.MapGet("/inbox", InboxAsync).RequireAuthorization(Policies.Answers).WithTags("Answers").WithName("ReadInbox")
            .WithSummary("Invitations to open cases, newest first").Produces<Page<InboxItem>>().ProducesValidationProblem();
        routes.MapPost("/cases/{caseId:guid}/decline", DeclineAsync).RequireAuthorization(Policies.Answers).WithTags("Answers").WithName("DeclineCase")
            .WithSummary("Decline with a reason").Produces<DeclineView>().ProducesValidationProblem().ProducesProblem(404).ProducesProblem(409);
        routes.MapPost("/cases/{caseId:guid}/release", ReleaseAsync).RequireAuthorization(Policies.Networks).WithTags("Cases").WithName("ReleaseCase")
            .WithSummary("Let experts see a hidden case again, after a curator's look").Produces(StatusCodes.Status204NoContent).ProducesProblem(404);
        routes.MapGet("/me/preferences", ReadPreferencesAsync).RequireAuthorization(Policies.Answers).WithTags("Me").WithName("GetPreferences")
            .WithSummary("The caller's preferences").Produces<PreferencesView>();
        routes.MapPut("/me/preferences", ChangePreferencesAsync).RequireAuthorization(Policies.Answers).WithTags("Me").WithName("PutPreferences")
            .WithSummary("Replace the caller's preferences").Produces<PreferencesView>().ProducesValidationProblem();
    }

    private static async Task<IResult> ListAsync([AsParameters] PageRequest page, ClaimsPrincipal user, ReadNetworks read, HttpContext http, CancellationToken cancellationToken)
        => (await read.ListAsync(Caller.From(user), page, cancellationToken)).ToResult(found => found.ToResult(http));

    private static async Task<IResult> GetAsync(Guid networkId, ClaimsPrincipal user, ReadNetworks read, CancellationToken cancellationToken)
        => await read.FindAsync(Caller.From(user), networkId, cancellationToken) is { } found ? TypedResults.Ok(found) : Problem.NotFound.ToResult();

    private static async Task<IResult> CreateAsync(NetworkRequest request, ClaimsPrincipal user, EditNetwork edit, HttpContext http, CancellationToken cancellationToken)
        => (await edit.CreateAsync(Caller.From(user), request, cancellationToken))
            .ToResult(made => TypedResults.Created($"{http.Request.PathBase}{http.Request.Path.Value!.TrimEnd('/')}/{made.Id}", made));

    private static async Task<IResult> ChangeAsync(Guid networkId, NetworkRequest request, ClaimsPrincipal user, EditNetwork edit, CancellationToken cancellationToken)
        => (await edit.ChangeAsync(Caller.From(user), networkId, request, cancellationToken)).ToResult();

    private static async Task<IResult> JoinAsync(Guid networkId, MembershipRequest request, ClaimsPrincipal user, JoinNetwork join, CancellationToken cancellationToken)
        => (await join.SetAsync(Caller.From(user).Id, networkId, request, cancellationToken)).ToResult();

    private static async Task<IResult> LeaveAsync(Guid networkId, ClaimsPrincipal user, JoinNetwork join, CancellationToken cancellationToken)
        => await join.LeaveAsync(Caller.From(user).Id, networkId, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound.ToResult();

    private static async Task<IResult> ListMembersAsync(
        Guid networkId, [AsParameters] PageRequest page, ClaimsPrincipal user, VerifyMember verify, HttpContext http, CancellationToken cancellationToken,
        OneOf<MembershipStatus>? status = null)
        => (await verify.ListAsync(Caller.From(user), networkId, status?.Value, page, cancellationToken)).ToResult(found => found.ToResult(http));

    private static async Task<IResult> VerifyAsync(
        Guid networkId, Guid expertId, VerificationRequest request, ClaimsPrincipal user, VerifyMember verify, CancellationToken cancellationToken)
        => (await verify.RunAsync(Caller.From(user), networkId, expertId, request, cancellationToken)).ToResult();

    private static async Task<IResult> InboxAsync(
        [AsParameters] PageRequest page, ClaimsPrincipal user, ReadInbox read, HttpContext http, CancellationToken cancellationToken, OneOf<InboxState>? state = null)
        => (await read.RunAsync(Caller.From(user).Id, state?.Value ?? InboxState.Open, page, cancellationToken)).ToResult(found => found.ToResult(http));

    private static async Task<IResult> DeclineAsync(Guid caseId, DeclineRequest request, ClaimsPrincipal user, DeclineCase decline, CancellationToken cancellationToken)
        => (await decline.RunAsync(Caller.From(user), caseId, request, cancellationToken)).ToResult();

    private static async Task<IResult> ReleaseAsync(Guid caseId, ClaimsPrincipal user, ReleaseCase release, CancellationToken cancellationToken)
        => await release.RunAsync(Caller.From(user), caseId, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound.ToResult();

    private static async Task<IResult> ReadPreferencesAsync(ClaimsPrincipal user, ChangePreferences preferences, CancellationToken cancellationToken)
        => TypedResults.Ok(await preferences.ReadAsync(Caller.From(user).Id, cancellationToken));

    private static async Task<IResult> ChangePreferencesAsync(PreferencesView wanted, ClaimsPrincipal user, ChangePreferences preferences, CancellationToken cancellationToken)
        => (await preferences.ReplaceAsync(Caller.From(user).Id, wanted, cancellationToken)).ToResult();
}
