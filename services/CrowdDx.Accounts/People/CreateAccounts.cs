using CrowdDx.Accounts.Keys;
using CrowdDx.Data;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.Requests;
using CrowdDx.Data.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrowdDx.Accounts.People;

/// <summary>Accounts to create, all or none.</summary>
/// <param name="Accounts">At most 1,000.</param>
public sealed record CreateAccountsRequest(IReadOnlyList<NewAccount>? Accounts);

/// <summary>An account to create.</summary>
/// <param name="Email">E-mail address; unique.</param>
/// <param name="DisplayName">Name to show.</param>
/// <param name="Roles">What the person may do.</param>
/// <param name="Password">Password, where the person is to sign in with one.</param>
/// <param name="Key">An API key to make with it.</param>
public sealed record NewAccount(string? Email, string? DisplayName, IReadOnlyList<AccountRoles>? Roles, string? Password = null, ApiKeyRequest? Key = null);

/// <summary>Accounts as they were created, in the order asked for.</summary>
/// <param name="Accounts">The accounts.</param>
public sealed record CreatedAccounts(IReadOnlyList<CreatedAccount> Accounts);

/// <summary>A created account.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Email">Its e-mail address.</param>
/// <param name="Key">Its API key where one was asked for; given once.</param>
public sealed record CreatedAccount(Guid Id, string Email, string? Key);

/// <summary>Creates accounts with roles and keys in one transaction: for an operator's import, and for replay.</summary>
public sealed class CreateAccounts(
    CrowdDxDbContext db, ApiKeys keys, ILookupNormalizer normalizer, IPasswordHasher<Account> hasher, IOptions<AccountsOptions> options, TimeProvider clock)
{
    /// <summary>Most accounts of one request.</summary>
    public const int Most = 1_000;

    /// <summary>Longest e-mail address, in characters.</summary>
    public const int EmailLength = 256;

    /// <summary>Longest password, in characters.</summary>
    public const int PasswordLength = 1_000;

    private static readonly Problem EmailTaken = new(
        StatusCodes.Status409Conflict, "email-taken", "An account with this e-mail address exists already.", "No account was created. Leave out the addresses that exist.");

    /// <summary>Creates all of the accounts, or none and says why.</summary>
    /// <param name="actorId">The operator; null for the service itself.</param>
    /// <param name="request">The accounts.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    public Task<Reply<CreatedAccounts>> RunAsync(Guid? actorId, CreateAccountsRequest request, CancellationToken cancellationToken)
        => RunAsync(actorId, request, simulated: false, cancellationToken);

    /// <summary>Creates the people of a demonstration. Their accounts are marked for good, and research never counts them.</summary>
    public Task<Reply<CreatedAccounts>> RunSimulatedAsync(CreateAccountsRequest request, CancellationToken cancellationToken)
        => RunAsync(actorId: null, request, simulated: true, cancellationToken);

    private async Task<Reply<CreatedAccounts>> RunAsync(Guid? actorId, CreateAccountsRequest request, bool simulated, CancellationToken cancellationToken)
    {
        var errors = Check(request);
        if (!errors.None)
            return Problem.Invalid(errors);
        var taken = await TakenAsync(request.Accounts!, cancellationToken);
        if (taken is not null)
            return taken;

        var created = request.Accounts!.Select(account => Add(actorId, account, simulated)).ToList();
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return EmailTaken;
        }
        return new CreatedAccounts(created);
    }

    private CreatedAccount Add(Guid? actorId, NewAccount wanted, bool simulated)
    {
        var now = clock.GetUtcNow();
        var email = wanted.Email!.Trim();
        var account = new Account
        {
            Id = Guid.CreateVersion7(now),
            Email = email,
            NormalizedEmail = normalizer.NormalizeEmail(email),
            EmailConfirmed = true,
            UserName = email,
            NormalizedUserName = normalizer.NormalizeName(email),
            DisplayName = wanted.DisplayName!.Trim(),
            Roles = wanted.Roles!.Aggregate(AccountRoles.None, (all, role) => all | role),
            LockoutEnabled = true,
            SecurityStamp = Guid.CreateVersion7(now).ToString("N"),
            CreatedAt = now,
            Simulated = simulated,
        };
        if (wanted.Password is not null)
            account.PasswordHash = hasher.HashPassword(account, wanted.Password);
        db.Accounts.Add(account);
        db.Audit("account.create", actorId, account.Id);
        var key = wanted.Key is null ? null : keys.Add(account.Id, wanted.Key);
        return new(account.Id, email, key?.Key);
    }

    private FieldErrors Check(CreateAccountsRequest request)
    {
        var errors = new FieldErrors();
        if (request.Accounts is not { Count: > 0 and <= Most })
        {
            errors.Add("accounts", $"Name 1 to {Most} accounts.");
            return errors;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < request.Accounts.Count; i++)
        {
            var path = $"accounts[{i}].";
            if (request.Accounts[i] is not { } account)
            {
                errors.Add($"accounts[{i}]", "Give an account.");
                continue;
            }
            if (!LooksLikeEmail(account.Email))
                errors.Add($"{path}email", $"Give an e-mail address of at most {EmailLength} characters.");
            else if (!seen.Add(normalizer.NormalizeEmail(account.Email!.Trim())!))
                errors.Add($"{path}email", "The same address stands in this request before.");
            errors.Required($"{path}displayName", account.DisplayName, Account.DisplayNameLength);
            if (account.Roles is not { Count: > 0 } || account.Roles.Any(role => role == AccountRoles.None))
                errors.Add($"{path}roles", "Name at least one of: student, expert, curator, researcher, operator.");
            if (account.Password is not null && (account.Password.Length < options.Value.MinimumPasswordLength || account.Password.Length > PasswordLength))
                errors.Add($"{path}password", $"Use {options.Value.MinimumPasswordLength} to {PasswordLength} characters.");
            if (account.Key is not null && account.Roles is not null)
                ApiKeys.CheckRequest(errors, $"{path}key.", account.Key, Scopes.Of(account.Roles.Aggregate(AccountRoles.None, (all, r) => all | r)).ToHashSet());
        }
        return errors;
    }

    private async Task<Problem?> TakenAsync(IReadOnlyList<NewAccount> accounts, CancellationToken cancellationToken)
    {
        var emails = accounts.Select(a => normalizer.NormalizeEmail(a.Email!.Trim())!).ToList();
        var taken = await db.Accounts.Where(a => emails.Contains(a.NormalizedEmail!)).Select(a => a.NormalizedEmail!).ToListAsync(cancellationToken);
        if (taken.Count == 0)
            return null;
        var errors = new FieldErrors();
        foreach (var email in taken)
            errors.Add($"accounts[{emails.IndexOf(email)}].email", "An account with this address exists already.");
        return EmailTaken with { Errors = errors.ToDictionary() };
    }

    private static bool LooksLikeEmail(string? email)
        => email?.Trim() is { Length: >= 3 and <= EmailLength } text && System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text;
}
