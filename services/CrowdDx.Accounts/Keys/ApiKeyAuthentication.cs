using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using CrowdDx.Accounts.SignIn;
using CrowdDx.Data;
using CrowdDx.Data.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CrowdDx.Accounts.Keys;

/// <summary>Reads <c>Authorization: Bearer {API key}</c> (RFC 6750). The key counts for its scopes as far as its holder's roles go today.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, CrowdDxDbContext db, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string HeaderPrefix = "Bearer ";

    /// <summary>What a 401 asks for (RFC 9110, 11.6.1).</summary>
    public const string Challenge = "Bearer realm=\"crowddx\"";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? header = Request.Headers.Authorization;
        if (header is null || !header.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (!ApiKeySecret.TryRead(header[HeaderPrefix.Length..].Trim(), out var id, out var hash))
            return AuthenticateResult.Fail("Not an API key.");

        var found = await db.ApiKeys
            .Where(k => k.Id == id && k.RevokedAt == null)
            .Join(db.Accounts, k => k.AccountId, a => a.Id, (k, a) => new { Key = k, a.Id, a.Roles, a.ErasedAt })
            .AsNoTracking()
            .FirstOrDefaultAsync(Context.RequestAborted);
        if (found is null || found.ErasedAt is not null || found.Key.ExpiresAt <= clock.GetUtcNow()
            || !CryptographicOperations.FixedTimeEquals(found.Key.SecretHash, hash))
        {
            return AuthenticateResult.Fail("Unknown, expired or revoked API key.");
        }

        var identity = new ClaimsIdentity(SchemeName);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, found.Id.ToString()));
        identity.AddClaims(AccountClaims.Of(found.Roles, found.Key.Scopes.Split(' ').Intersect(Scopes.Of(found.Roles))));
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Challenge;
        return base.HandleChallengeAsync(properties);
    }
}
