using CrowdDx.Data;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.Requests;
using CrowdDx.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Accounts.Keys;

/// <summary>A new API key.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Scopes">What it may be used for; at most what the caller may do.</param>
/// <param name="ExpiresAt">When it stops working; never where missing.</param>
public sealed record ApiKeyRequest(string? Name, IReadOnlyList<string>? Scopes, DateTimeOffset? ExpiresAt = null);

/// <summary>An API key as its holder sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Scopes">What it may be used for.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it stops working, if ever.</param>
/// <param name="Key">The key itself; given once, when it is made.</param>
public sealed record ApiKeyView(Guid Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, string? Key = null);

/// <summary>A person's own API keys: list, make, revoke.</summary>
public sealed class ApiKeys(CrowdDxDbContext db, TimeProvider clock)
{
    /// <summary>Most keys of one account that are not revoked.</summary>
    public const int MostKeys = 50;

    /// <summary>Keys that are not revoked, oldest first.</summary>
    public async Task<IReadOnlyList<ApiKeyView>> ListAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var keys = await db.ApiKeys.AsNoTracking()
            .Where(k => k.AccountId == accountId && k.RevokedAt == null)
            .OrderBy(k => k.CreatedAt)
            .ToListAsync(cancellationToken);
        return keys.ConvertAll(key => View(key, secret: null));
    }

    /// <summary>Makes a key of at most the caller's own scopes.</summary>
    public async Task<Reply<ApiKeyView>> MakeAsync(Caller caller, ApiKeyRequest request, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        CheckRequest(errors, "", request, caller.Scopes);
        if (request.ExpiresAt <= clock.GetUtcNow())
            errors.Add("expiresAt", "Use a time that is still to come.");
        if (await db.ApiKeys.CountAsync(k => k.AccountId == caller.Id && k.RevokedAt == null, cancellationToken) >= MostKeys)
            errors.Add("name", $"You have {MostKeys} keys already; revoke one first.");
        if (!errors.None)
            return Problem.Invalid(errors);
        var made = Add(caller.Id, request);
        db.Audit("key.make", caller.Id, made.Id);
        await db.SaveChangesAsync(cancellationToken);
        return made;
    }

    /// <summary>Revokes a key at once; false where the caller has no such key.</summary>
    public async Task<bool> RevokeAsync(Guid accountId, Guid keyId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.TransactAsync(
            async token =>
            {
                var revoked = await db.ApiKeys
                    .Where(k => k.Id == keyId && k.AccountId == accountId && k.RevokedAt == null)
                    .ExecuteUpdateAsync(k => k.SetProperty(x => x.RevokedAt, now), token);
                if (revoked == 0)
                    return false;
                db.Audit("key.revoke", accountId, keyId);
                await db.SaveChangesAsync(token);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Checks a wanted key against the scopes that it may have at most.</summary>
    internal static void CheckRequest(FieldErrors errors, string path, ApiKeyRequest request, IReadOnlySet<string> atMost)
    {
        errors.Required($"{path}name", request.Name, ApiKey.NameLength);
        if (request.Scopes is not { Count: > 0 })
            errors.Add($"{path}scopes", $"Name at least one of: {string.Join(", ", Scopes.All)}.");
        else if (request.Scopes.Any(scope => scope is null || !atMost.Contains(scope)))
            errors.Add($"{path}scopes", $"You can give only: {string.Join(", ", atMost.Order())}.");
    }

    /// <summary>Adds a checked key to the context; the caller saves.</summary>
    internal ApiKeyView Add(Guid accountId, ApiKeyRequest request)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var (text, hash) = ApiKeySecret.Make(id);
        var key = new ApiKey
        {
            Id = id,
            AccountId = accountId,
            Name = request.Name!.Trim(),
            SecretHash = hash,
            Scopes = string.Join(' ', request.Scopes!.Distinct().Order()),
            CreatedAt = now,
            ExpiresAt = request.ExpiresAt,
        };
        db.ApiKeys.Add(key);
        return View(key, text);
    }

    private static ApiKeyView View(ApiKey key, string? secret) => new(key.Id, key.Name, key.Scopes.Split(' '), key.CreatedAt, key.ExpiresAt, secret);
}
