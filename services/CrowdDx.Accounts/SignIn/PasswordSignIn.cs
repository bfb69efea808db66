using CrowdDx.Accounts.People;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace CrowdDx.Accounts.SignIn;

/// <summary>Credentials of a person.</summary>
/// <param name="Email">The account's e-mail address.</param>
/// <param name="Password">Its password.</param>
public sealed record SignInRequest(string? Email, string? Password);

/// <summary>Signs a person in or out: sets or clears the session cookie of the current response.</summary>
public sealed class PasswordSignIn(SignInManager<Account> signIn, UserManager<Account> users)
{
    // The same answer for an unknown address, a wrong password and a resting account.
    private static readonly Problem WrongCredentials = new(
        StatusCodes.Status401Unauthorized, "wrong-credentials", "E-mail address or password is wrong.", "Try again; after five failures the account rests for five minutes.");

    /// <summary>Signs in; null where that worked, else why not.</summary>
    public async Task<Problem?> RunAsync(SignInRequest request)
    {
        var account = request.Email?.Trim() is { Length: > 0 and <= CreateAccounts.EmailLength } email ? await users.FindByEmailAsync(email) : null;
        if (account is null || request.Password is not { Length: > 0 and <= CreateAccounts.PasswordLength } password)
            return WrongCredentials;
        var result = await signIn.PasswordSignInAsync(account, password, isPersistent: true, lockoutOnFailure: true);
        return result.Succeeded ? null : WrongCredentials;
    }

    /// <summary>Signs out.</summary>
    public Task SignOutAsync() => signIn.SignOutAsync();
}
