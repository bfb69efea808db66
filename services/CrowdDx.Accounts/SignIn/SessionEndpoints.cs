using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

using CrowdDx.Accounts.People;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.Requests;

namespace CrowdDx.Accounts.SignIn;

/// <summary>Credentials of a person.</summary>
/// <param name="Email">The account's e-mail address.</param>
/// <param name="Password">Its password.</param>
internal sealed record SignInRequest(string? Email, string? Password);

internal static class SessionEndpoints
{
    private static readonly Problem WrongCredentials = new(
        StatusCodes.Status401Unauthorized, "wrong-credentials", "E-mail address or password is wrong.", "Try again; after five failures the account rests for five minutes.");

    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/session").WithTags("Session");
        session.MapPost("/", SignInAsync).AllowAnonymous().WithName("SignIn").WithSummary("Sign in from a browser: sets the session cookie")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status401Unauthorized);
        session.MapDelete("/", SignOutAsync).WithName("SignOut").WithSummary("Sign out").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> SignInAsync(SignInRequest request, SignInManager<Account> signIn, UserManager<Account> users)
    {
        var account = request.Email is { Length: > 0 and <= CreateAccounts.EmailLength } email ? await users.FindByEmailAsync(email) : null;
        // The same answer for an unknown address, a wrong password and a resting account.
        if (account is null || request.Password is not { Length: <= CreateAccounts.PasswordLength } password)
            return WrongCredentials.ToResult();
        var result = await signIn.PasswordSignInAsync(account, password, isPersistent: true, lockoutOnFailure: true);
        return result.Succeeded ? TypedResults.NoContent() : WrongCredentials.ToResult();
    }

    private static async Task<IResult> SignOutAsync(SignInManager<Account> signIn)
    {
        await signIn.SignOutAsync();
        return TypedResults.NoContent();
    }
}
