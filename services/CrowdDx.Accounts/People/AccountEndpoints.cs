using System.Security.Claims;
using CrowdDx.Accounts.Erasure;
using CrowdDx.Accounts.Keys;
using CrowdDx.Data.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CrowdDx.Accounts.People;

internal static class AccountEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/accounts", CreateAsync).RequireAuthorization(Policies.Operate).WithTags("Accounts").WithName("CreateAccounts")
            .WithSummary("Create accounts, all or none, with roles and keys")
            .Produces<CreatedAccounts>(StatusCodes.Status201Created).ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);

        var me = routes.MapGroup("/me").WithTags("Me").RequireAuthorization();
        me.MapGet("/", ReadAsync).WithName("GetMe").WithSummary("The caller's own data").Produces<OwnData>();
        me.MapDelete("/", EraseAsync).WithName("EraseMe").WithSummary("Erase the caller's account and what names the person")
            .Produces(StatusCodes.Status204NoContent);
        me.MapGet("/keys", ListKeysAsync).WithName("ListKeys").WithSummary("The caller's API keys").Produces<IReadOnlyList<ApiKeyView>>();
        me.MapPost("/keys", MakeKeyAsync).WithName("MakeKey").WithSummary("Make an API key; the key itself is given once")
            .Produces<ApiKeyView>(StatusCodes.Status201Created).ProducesValidationProblem();
        me.MapDelete("/keys/{keyId:guid}", RevokeKeyAsync).WithName("RevokeKey").WithSummary("Revoke an API key")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> CreateAsync(CreateAccountsRequest request, ClaimsPrincipal user, CreateAccounts create, CancellationToken cancellationToken)
        => (await create.RunAsync(Caller.From(user).Id, request, cancellationToken)).ToResult(created => TypedResults.Created((string?)null, created));

    private static async Task<IResult> ReadAsync(ClaimsPrincipal user, ReadOwnData read, CancellationToken cancellationToken)
        => TypedResults.Ok(await read.RunAsync(Caller.From(user).Id, cancellationToken));

    private static async Task<IResult> EraseAsync(ClaimsPrincipal user, EraseAccount erase, CancellationToken cancellationToken)
    {
        await erase.RunAsync(Caller.From(user).Id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> ListKeysAsync(ClaimsPrincipal user, ApiKeys keys, CancellationToken cancellationToken)
        => TypedResults.Ok(await keys.ListAsync(Caller.From(user).Id, cancellationToken));

    private static async Task<IResult> MakeKeyAsync(ApiKeyRequest request, ClaimsPrincipal user, ApiKeys keys, CancellationToken cancellationToken)
        => (await keys.MakeAsync(Caller.From(user), request, cancellationToken)).ToResult(key => TypedResults.Created((string?)null, key));

    private static async Task<IResult> RevokeKeyAsync(Guid keyId, ClaimsPrincipal user, ApiKeys keys, CancellationToken cancellationToken)
        => await keys.RevokeAsync(Caller.From(user).Id, keyId, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound.ToResult();
}
