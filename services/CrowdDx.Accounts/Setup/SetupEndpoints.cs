using CrowdDx.Accounts.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CrowdDx.Accounts.Setup;

internal static class SetupEndpoints
{
    public static void MapSetup(this IEndpointRouteBuilder routes)
        => routes.MapPost("/setup", SetUpAsync).AllowAnonymous().WithTags("Accounts").WithName("CreateFirstOperator")
            .WithSummary("Create the first operator with the one-time token that a fresh service prints")
            .Produces<CreatedAccount>(StatusCodes.Status201Created).ProducesValidationProblem().ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> SetUpAsync(FirstOperatorRequest request, CreateFirstOperator create, CancellationToken cancellationToken)
        => (await create.RunAsync(request, cancellationToken)).ToResult(created => TypedResults.Created((string?)null, created));
}
