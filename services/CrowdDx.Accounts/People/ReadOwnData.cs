using CrowdDx.Data;
using CrowdDx.Data.Requests;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Accounts.People;

/// <summary>What Accounts holds of a person.</summary>
/// <param name="Id">The account.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="DisplayName">Name to show.</param>
/// <param name="Roles">What the person may do.</param>
/// <param name="Scopes">What keys the person may make.</param>
/// <param name="CreatedAt">When the account was made.</param>
/// <param name="Networks">Networks that the person is or was in.</param>
/// <param name="CasesPosted">How many cases the person posted.</param>
/// <param name="AnswersGiven">How many cases the person answered.</param>
public sealed record OwnData(
    Guid Id, string? Email, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt,
    IReadOnlyList<Guid> Networks, int CasesPosted, int AnswersGiven);

/// <summary>Shows a person what is held of them.</summary>
public sealed class ReadOwnData(CrowdDxDbContext db)
{
    /// <summary>The data of an account that is signed in.</summary>
    public async Task<OwnData> RunAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancellationToken);
        var networks = await db.Memberships.Where(m => m.ExpertId == accountId).Select(m => m.NetworkId).ToListAsync(cancellationToken);
        var cases = await db.ClinicalCases.CountAsync(c => c.AuthorId == accountId, cancellationToken);
        var answers = await db.Answers.CountAsync(a => a.ExpertId == accountId && a.Version == 1, cancellationToken);
        var roles = account.Roles.ToString().Split(", ").Select(role => char.ToLowerInvariant(role[0]) + role[1..]).ToList();
        return new(account.Id, account.Email, account.DisplayName, roles, Scopes.Of(account.Roles), account.CreatedAt, networks, cases, answers);
    }
}
