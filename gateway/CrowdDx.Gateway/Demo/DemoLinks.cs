using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.Requests;
using CrowdDx.Gateway.Web;
using Microsoft.AspNetCore.Identity;

namespace CrowdDx.Gateway.Demo;

/// <summary>One-click sign-in to the demonstration's people: random links of this process, each good once.</summary>
internal sealed class DemoLinks
{
    private readonly ConcurrentDictionary<string, (Guid AccountId, string Path)> _links = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, string> _roles = new();

    /// <summary>A path that signs in once and goes on to another.</summary>
    public string Make(Guid accountId, string role, string path)
    {
        _roles[accountId] = role;
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        _links[token] = (accountId, path);
        return $"/demo/{token}";
    }

    /// <summary>Which part in the demonstration somebody plays; null for the simulated.</summary>
    public string? RoleOf(Guid accountId) => _roles.GetValueOrDefault(accountId);

    public static void Map(WebApplication app)
        => app.MapGet("/demo/{token}", FollowAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> FollowAsync(string token, DemoLinks links, SignInManager<Account> signIn, UserManager<Account> users)
    {
        if (!links._links.TryRemove(token, out var link) || await users.FindByIdAsync(link.AccountId.ToString()) is not { } account)
            return new PageProblem(new Problem(StatusCodes.Status404NotFound, "link-spent", "This link was used already.", "Each link works once. Start the demonstration again for new ones, or open the page in the window that is signed in."));
        await signIn.SignInAsync(account, isPersistent: false);
        return TypedResults.LocalRedirect(link.Path);
    }
}
