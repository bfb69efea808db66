using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CrowdDx.Accounts.SignIn;

internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/session").WithTags("Session");
        session.MapPost("/", SignInAsync).AllowAnonymous().WithName("SignIn").WithSummary("Sign in from a browser: sets the session cookie")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status401Unauthorized);
        session.MapDelete("/", SignOutAsync).WithName("SignOut").WithSummary("Sign out").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> SignInAsync(SignInRequest request, PasswordSignIn signIn)
        => await signIn.RunAsync(request) is { } problem ? problem.ToResult() : TypedResults.NoContent();

    private static async Task<IResult> SignOutAsync(PasswordSignIn signIn)
    {
        await signIn.SignOutAsync();
        return TypedResults.NoContent();
    }
}
