using System.Security.Claims;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.Requests;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CrowdDx.Accounts.SignIn;

/// <summary>Gives a browser session the claims of its person: roles, and every scope that they allow.</summary>
internal sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims(Of(user.Roles, Scopes.Of(user.Roles)));
        return identity;
    }

    /// <summary>Claims for roles and for the scopes that a credential carries.</summary>
    public static IEnumerable<Claim> Of(AccountRoles roles, IEnumerable<string> scopes)
        => Enum.GetValues<AccountRoles>().Where(role => role != AccountRoles.None && roles.HasFlag(role)).Select(role => new Claim(ClaimTypes.Role, role.ToString()))
            .Concat(scopes.Select(scope => new Claim(Caller.ScopeClaim, scope)));
}
