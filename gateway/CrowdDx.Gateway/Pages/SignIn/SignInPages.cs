using CrowdDx.Accounts.People;
using CrowdDx.Accounts.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CrowdDx.Gateway.Pages.SignIn;

/// <summary>Sign in, sign out, register.</summary>
internal static class SignInPages
{
    public static void MapSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sign-in", (string? returnUrl) => new RazorComponentResult<SignInPage>(new { ReturnUrl = Local(returnUrl) })).AllowAnonymous();
        pages.MapPost("/sign-in", SignInAsync).AllowAnonymous();
        pages.MapPost("/sign-out", SignOutAsync);
        pages.MapGet("/register", (RegisterAccount register) => new RazorComponentResult<RegisterPage>(new { register.IsOpen })).AllowAnonymous();
        pages.MapPost("/register", RegisterAsync).AllowAnonymous();
    }

    private static async Task<IResult> SignInAsync([FromForm] string? email, [FromForm] string? password, [FromForm] string? returnUrl, PasswordSignIn signIn)
        => await signIn.RunAsync(new(email, password)) is { } problem
            ? new RazorComponentResult<SignInPage>(new { ReturnUrl = Local(returnUrl), Email = email, Problem = problem }) { StatusCode = problem.Status }
            : TypedResults.LocalRedirect(Local(returnUrl));

    private static async Task<IResult> SignOutAsync(PasswordSignIn signIn)
    {
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect("/");
    }

    private static async Task<IResult> RegisterAsync(
        [FromForm] string? email, [FromForm] string? displayName, [FromForm] string? password, [FromForm] bool? student, [FromForm] bool? expert,
        RegisterAccount register, CancellationToken cancellationToken)
    {
        var request = new RegistrationRequest(email, displayName, password, student ?? false, expert ?? false);
        return await register.RunAsync(request, cancellationToken) is { } problem
            ? new RazorComponentResult<RegisterPage>(new { register.IsOpen, Request = request, Problem = problem }) { StatusCode = problem.Status }
            : TypedResults.LocalRedirect("/");
    }

    /// <summary>A path of this site; anything else would lead people away.</summary>
    private static string Local(string? url) => url is ['/', not ('/' or '\\'), ..] && !url.Any(char.IsControl) ? url : "/";
}
