using CrowdDx.Accounts.SignIn;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CrowdDx.Accounts.People;

/// <summary>A person who registers.</summary>
/// <param name="Email">E-mail address; unique.</param>
/// <param name="DisplayName">Name to show.</param>
/// <param name="Password">Password.</param>
/// <param name="Student">Wants to post cases.</param>
/// <param name="Expert">Wants to answer cases.</param>
public sealed record RegistrationRequest(string? Email, string? DisplayName, string? Password, bool Student, bool Expert);

/// <summary>A person makes an account of their own, as student, expert or both, and is signed in.</summary>
public sealed class RegisterAccount(CreateAccounts create, PasswordSignIn signIn, IOptions<AccountsOptions> options)
{
    private static readonly Problem Closed = new(
        StatusCodes.Status403Forbidden, "registration-closed", "Accounts are made by the operator here.", "Ask whoever runs this service for one.");

    /// <summary>Whether people may register themselves.</summary>
    public bool IsOpen => options.Value.OpenRegistration;

    /// <summary>Registers; null where that worked, else why not.</summary>
    public async Task<Problem?> RunAsync(RegistrationRequest request, CancellationToken cancellationToken)
    {
        if (!IsOpen)
            return Closed;
        var roles = new List<AccountRoles>();
        if (request.Student)
            roles.Add(AccountRoles.Student);
        if (request.Expert)
            roles.Add(AccountRoles.Expert);
        // An empty password is a mistake here, not an account without one.
        var account = new NewAccount(request.Email, request.DisplayName, roles, request.Password ?? "");
        var reply = await create.RunAsync(actorId: null, new([account]), cancellationToken);
        return reply.Problem?.WithoutPrefix("accounts[0].") ?? await signIn.RunAsync(new(request.Email, request.Password));
    }
}
