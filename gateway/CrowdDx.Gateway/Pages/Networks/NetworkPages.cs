using System.Security.Claims;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;
using CrowdDx.FanOut.Members;
using CrowdDx.FanOut.Networks;
using CrowdDx.Gateway.Pages.Shared;
using CrowdDx.Gateway.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrowdDx.Gateway.Pages.Networks;

/// <summary>Finding, joining, pausing and leaving networks; creating and looking after them.</summary>
internal static class NetworkPages
{
    public static void MapNetworkPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/networks", ListAsync).RequireAuthorization();
        pages.MapGet("/networks/new", New).RequireAuthorization(Policies.Networks);
        pages.MapPost("/networks/new", CreateAsync).RequireAuthorization(Policies.Networks);
        var one = pages.MapGroup("/networks/{networkId:guid}");
        one.MapGet("", ShowAsync).RequireAuthorization();
        one.MapPost("/membership", JoinAsync).RequireAuthorization(Policies.Answers);
        one.MapPost("/leave", LeaveAsync).RequireAuthorization(Policies.Answers);
        one.MapPost("/edit", ChangeAsync).RequireAuthorization(Policies.Networks);
        one.MapPost("/verify", VerifyAsync).RequireAuthorization(Policies.Networks);
    }

    private static async Task<IResult> ListAsync([AsParameters] PageRequest page, ClaimsPrincipal user, ReadNetworks read, CancellationToken cancellationToken)
    {
        var caller = Caller.From(user);
        var found = await read.ListAsync(caller, page, cancellationToken);
        return found.Problem is { } problem
            ? new PageProblem(problem)
            : new RazorComponentResult<NetworkListPage>(new { Networks = found.Value, Caller = caller });
    }

    private static RazorComponentResult<NewNetworkPage> New() => new();

    private static async Task<IResult> CreateAsync(HttpRequest request, ClaimsPrincipal user, EditNetwork edit, CancellationToken cancellationToken)
    {
        var wanted = Read(await request.ReadFormAsync(cancellationToken));
        var reply = await edit.CreateAsync(Caller.From(user), wanted, cancellationToken);
        return reply.Problem is { } problem
            ? new RazorComponentResult<NewNetworkPage>(new { Network = wanted, Problem = problem }) { StatusCode = problem.Status }
            : TypedResults.LocalRedirect($"/networks/{reply.Value!.Id}");
    }

    private static Task<IResult> ShowAsync(Guid networkId, ClaimsPrincipal user, ReadNetworks read, VerifyMember members, CancellationToken cancellationToken)
        => PageAsync(networkId, Caller.From(user), null, null, read, members, cancellationToken);

    private static async Task<IResult> JoinAsync(Guid networkId, HttpRequest request, ClaimsPrincipal user, JoinNetwork join, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var reply = await join.SetAsync(Caller.From(user).Id, networkId, new(form.Choice<MembershipStatus>("status")), cancellationToken);
        return reply.Problem is { } problem ? new PageProblem(problem) : TypedResults.LocalRedirect($"/networks/{networkId}");
    }

    private static async Task<IResult> LeaveAsync(Guid networkId, ClaimsPrincipal user, JoinNetwork join, CancellationToken cancellationToken)
        => await join.LeaveAsync(Caller.From(user).Id, networkId, cancellationToken) ? TypedResults.LocalRedirect("/networks") : new PageProblem(Problem.NotFound);

    private static async Task<IResult> ChangeAsync(
        Guid networkId, HttpRequest request, ClaimsPrincipal user, EditNetwork edit, ReadNetworks read, VerifyMember members, CancellationToken cancellationToken)
    {
        var wanted = Read(await request.ReadFormAsync(cancellationToken));
        var reply = await edit.ChangeAsync(Caller.From(user), networkId, wanted, cancellationToken);
        return reply.Problem is { } problem
            ? await PageAsync(networkId, Caller.From(user), wanted, problem, read, members, cancellationToken)
            : TypedResults.LocalRedirect($"/networks/{networkId}");
    }

    private static async Task<IResult> VerifyAsync(Guid networkId, HttpRequest request, ClaimsPrincipal user, VerifyMember verify, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var expertId = form.Ids("expertId") is [var id, ..] ? id : Guid.Empty;
        var reply = await verify.RunAsync(Caller.From(user), networkId, expertId, new(), cancellationToken);
        return reply.Problem is { } problem ? new PageProblem(problem) : TypedResults.LocalRedirect($"/networks/{networkId}");
    }

    private static async Task<IResult> PageAsync(
        Guid networkId, Caller caller, NetworkRequest? typed, Problem? problem, ReadNetworks read, VerifyMember verify, CancellationToken cancellationToken)
    {
        if (await read.FindAsync(caller, networkId, cancellationToken) is not { } network)
            return new PageProblem(Problem.NotFound);
        var members = network.Curator ? (await verify.ListAsync(caller, networkId, status: null, new(null, Cursor.MostItems), cancellationToken)).Value : null;
        return new RazorComponentResult<NetworkPage>(new
        {
            Network = network,
            Members = members?.Items,
            IsExpert = caller.Roles.HasFlag(AccountRoles.Expert),
            Typed = typed ?? Of(network),
            Problem = problem,
        })
        {
            StatusCode = problem?.Status ?? StatusCodes.Status200OK,
        };
    }

    private static NetworkRequest Of(NetworkView network)
        => new(network.Name, network.Description, network.Rules, network.Specialties, network.Languages, network.Country, network.JoinPolicy, network.AllowsHour);

    private static NetworkRequest Read(IFormCollection form)
        => new(
            form.Text("name") ?? "", form.Text("description") ?? "", form.Text("rules") ?? "", form.Words("specialties"), form.Words("languages"),
            form["country"].ToString(), form.Choice<JoinPolicy>("joinPolicy"), form.Flag("allowsHour"));
}
