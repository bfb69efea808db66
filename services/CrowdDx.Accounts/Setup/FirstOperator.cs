using CrowdDx.Accounts.Keys;
using CrowdDx.Accounts.People;
using CrowdDx.Data;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.Requests;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Accounts.Setup;

/// <summary>What the first operator sends with the one-time token.</summary>
/// <param name="Token">The token of the printed link.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="DisplayName">Name to show.</param>
/// <param name="Password">Password.</param>
public sealed record FirstOperatorRequest(string? Token, string? Email, string? DisplayName, string? Password);

/// <summary>Creates the first operator by the one-time link that a fresh service prints.</summary>
public sealed class CreateFirstOperator(SetupToken token, CreateAccounts create, CrowdDxDbContext db)
{
    /// <summary>Whether the service waits for its first operator.</summary>
    public async Task<bool> IsWantedAsync(CancellationToken cancellationToken) => !await db.Accounts.AnyAsync(cancellationToken);

    /// <summary>Creates the operator with a key of all scopes; 404 where the token is wrong or spent.</summary>
    public Task<Reply<CreatedAccount>> RunAsync(FirstOperatorRequest request, CancellationToken cancellationToken)
        => token.SpendAsync(request.Token, () => CreateAsync(request, cancellationToken), cancellationToken);

    private async Task<Reply<CreatedAccount>> CreateAsync(FirstOperatorRequest request, CancellationToken cancellationToken)
    {
        if (!await IsWantedAsync(cancellationToken))
            return Problem.NotFound;
        if (string.IsNullOrEmpty(request.Password))
        {
            var errors = new FieldErrors();
            errors.Add("password", "Choose a password.");
            return Problem.Invalid(errors);
        }
        const AccountRoles roles = AccountRoles.Operator | AccountRoles.Curator;
        var key = new ApiKeyRequest("first key", Scopes.Of(roles));
        var account = new NewAccount(request.Email, request.DisplayName, [AccountRoles.Operator, AccountRoles.Curator], request.Password, key);
        var reply = await create.RunAsync(actorId: null, new([account]), cancellationToken);
        return reply.Problem is { } problem ? problem.WithoutPrefix("accounts[0].") : reply.Value!.Accounts[0];
    }
}
